import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensurePackage } from './debian.mjs'
import { readSamples } from './read-samples.mjs'
import { keepSounds } from './audio-cache.mjs'

const libraries = '/usr/lib/x86_64-linux-gnu'
const programs = join(import.meta.dirname, '../../make/demo')
/** Level of all voices, as a share of full scale. */
const loudness = 0.07

/**
 * @typedef {object} Voice
 * @property {'espeak' | 'flite'} engine
 * @property {string} name in the engine
 * @property {number} rate 1: the voice's own
 */

/** @type {(name: string, rate?: number) => Voice} */
export const flite = (name, rate = 1) => ({ engine: 'flite', name: `cmu_us_${name}`, rate })
/** @type {(name: string, rate?: number) => Voice} */
export const espeak = (name, rate = 1) => ({ engine: 'espeak', name, rate })

/**
 * Sentences spoken by a voice, with the time of each word from the engine.
 *
 * @param {{ name: string, voice: Voice, sentences: readonly string[] }} wanted `name`: of the cached audio
 * @returns {readonly (import('./prompts.mjs').Prompt &
 *   { wordTimes: { from: number, to: number, start: number, end: number }[] })[]} times are those of `samples`
 */
export const sayAll = ({ name, voice, sentences }) =>
  keepSounds(`spoken-${name}-${voice.engine}-${voice.name}`, () => synthesise(voice, sentences))

function* synthesise({ engine, name, rate }, sentences) {
  ensurePackage('libespeak-ng1', `${libraries}/libespeak-ng.so.1`)
  ensurePackage('libflite1', `${libraries}/libflite.so.1`)
  const folder = mkdtempSync(join(tmpdir(), 'voices-'))
  const wave = join(folder, 'sentence.wav')
  const pitch = engine === 'espeak' ? ['45'] : []
  try {
    for (const text of sentences) {
      const program = join(programs, `say-${engine}.py`)
      const args = [program, text, wave, String(rate), name, ...pitch]
      const { status, stdout, stderr } = spawnSync('python3', args)
      if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`)
      const wordTimes = timesOf(stdout.toString(), text)
      yield {
        name: text,
        text,
        words: text.split(' ').length,
        start: wordTimes[0].start,
        end: wordTimes.at(-1).end,
        samples: atLoudness(readSamples(wave)),
        wordTimes,
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Parses the engine's report, one line a word: start, end, phones, spelling. eSpeak speaks some neighbours as one
 * ("of the") and reports the first only; the other has no time.
 */
function timesOf(report, text) {
  const reported = report
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([start, end, , spelling]) => ({
      start: Number(start),
      end: Number(end),
      spelling: lettersOf(spelling ?? ''),
    }))
  const times = []
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const letters = lettersOf(word)
    const place = reported.findIndex(
      ({ spelling }) => spelling !== '' && letters.startsWith(spelling),
    )
    // A match further on is the next word of the same spelling.
    if (letters === '' || place === -1 || place > 1) continue
    const { start, end } = reported[place]
    reported.splice(0, place + 1)
    times.push({ from: index, to: index + word.length, start, end })
  }
  if (times.length === 0) throw new Error(`No word of “${text}” has a time:\n${report}`)
  return times
}

const lettersOf = (word) => word.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')

function atLoudness(samples) {
  const power = samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length
  const gain = (loudness * 32_768) / Math.sqrt(power)
  return samples.map((sample) => Math.max(-32_768, Math.min(32_767, sample * gain)))
}
