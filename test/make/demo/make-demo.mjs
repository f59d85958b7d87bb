import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf, run, samplesASecond } from './audio.mjs'
import { check } from './check.mjs'
import { mix } from './mix.mjs'
import { readScript } from './script.mjs'
import { layOut } from './timeline.mjs'
import { captionsFile, chaptersFile } from './vtt.mjs'

const here = import.meta.dirname
const target = join(here, '../../../public/demo')
const recordingPath = join(target, 'demo.mp3')
const captionsPath = join(target, 'demo.vtt')
const chaptersPath = join(target, 'chapters.vtt')

const { title, items } = readScript(join(here, 'script.md'))
const scratch = mkdtempSync(join(tmpdir(), 'make-demo-'))
const timeline = layOut(items, join(scratch, 'sentence.wav'))
rmSync(scratch, { recursive: true })

const mixed = mix(timeline)
mkdirSync(target, { recursive: true })
encode(mixed, title)
writeFileSync(captionsPath, captionsFile(timeline.cues))
writeFileSync(chaptersPath, chaptersFile(timeline.chapters))

const results = check({ recordingPath, captionsPath, chaptersPath, mixed, timeline })
for (const { subject, measured, faults } of results) {
  console.log(`${faults.length ? 'FAULT' : 'ok   '} ${subject}: ${measured}`)
  for (const fault of faults) console.log(`        ${fault}`)
}
if (results.some(({ faults }) => faults.length)) process.exit(1)

// LAME itself, as Firefox overlooks the encoder delay in the header of FFmpeg's bit-exact output.
function encode(samples, title) {
  const input = ['-r', '-s', String(samplesASecond / 1000), '--bitwidth', '16', '-m', 'm']
  const codec = ['--cbr', '-b', '64', '-q', '2']
  const tags = ['--id3v2-only', '--tt', title, '--ta', 'Earshot']
  const integers = Int16Array.from(samples, (sample) => Math.round(sample * 32767))
  run('lame', ['--quiet', ...input, ...codec, ...tags, '-', recordingPath], bytesOf(integers))
}
