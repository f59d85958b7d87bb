import { wordAt } from '../player/transcript.mjs'

/**
 * A kind of transcript file that the bench reads.
 *
 * @typedef {object} Material
 * @property {string} name
 * @property {string} fileName
 * @property {(bytes: number) => string} write a file of this many bytes, or the few more that complete a cue; ASCII
 */

const wordsInCue = 10
/** So short that 20 MB stay under 100 hours: media-captions reads no longer times. */
const secondsPerWord = 0.1
const million = 1_000_000

/** @type {readonly Material[]} */
export const materials = [
  {
    name: 'WebVTT',
    fileName: 'bench.vtt',
    write: (bytes) => fileOf({ bytes, head: 'WEBVTT\n\n', cueOf: toCue }),
  },
  {
    name: 'WebVTT with word times',
    fileName: 'bench.words.vtt',
    write: (bytes) => fileOf({ bytes, head: 'WEBVTT\n\n', cueOf: toCueOfWords }),
  },
  {
    name: 'SubRip',
    fileName: 'bench.srt',
    write: (bytes) => fileOf({ bytes, cueOf: toSubtitle }),
  },
  {
    name: 'Whisper JSON',
    fileName: 'bench.json',
    write: (bytes) =>
      fileOf({
        bytes,
        head: '{"segments":[',
        between: ',',
        end: '],"language":"en"}',
        cueOf: toSegment,
      }),
  },
]

/** Megabytes. */
export const sizes = [1, 20]

export const bytesOf = (megabytes) => megabytes * million

function fileOf({ bytes, head = '', between = '', end = '', cueOf }) {
  const parts = []
  let length = head.length + end.length
  for (let cue = 0; length < bytes; cue++) {
    const part = (cue === 0 ? '' : between) + cueOf(cue)
    parts.push(part)
    length += part.length
  }
  return head + parts.join('') + end
}

const wordsOf = (cue) =>
  Array.from({ length: wordsInCue }, (_, at) => {
    const index = cue * wordsInCue + at
    return {
      text: wordAt(index),
      start: index * secondsPerWord,
      end: (index + 1) * secondsPerWord,
    }
  })

const textOf = (words) => words.map(({ text }) => text).join(' ')

const timesOf = (words, point) =>
  `${stamp(words[0].start, point)} --> ${stamp(words.at(-1).end, point)}`

const voiceOf = (cue) => (cue % 8 < 4 ? '<v Ada>' : '<v Ben>')

function toCue(cue) {
  const words = wordsOf(cue)
  return `${timesOf(words, '.')}\n${voiceOf(cue)}${textOf(words)}\n\n`
}

function toCueOfWords(cue) {
  const words = wordsOf(cue)
  const stamped = words.map(({ text, start }) => `<${stamp(start, '.')}>${text}`).join(' ')
  return `${timesOf(words, '.')}\n${voiceOf(cue)}${stamped}\n\n`
}

function toSubtitle(cue) {
  const words = wordsOf(cue)
  return `${cue + 1}\n${timesOf(words, ',')}\n${textOf(words)}\n\n`
}

function toSegment(cue) {
  const words = wordsOf(cue)
  return JSON.stringify({
    id: cue,
    start: seconds(words[0].start),
    end: seconds(words.at(-1).end),
    text: ` ${textOf(words)}`,
    words: words.map(({ text, start, end }) => ({
      word: ` ${text}`,
      start: seconds(start),
      end: seconds(end),
      probability: 0.9,
    })),
  })
}

const seconds = (time) => Math.round(time * 1000) / 1000

function stamp(time, point) {
  const milliseconds = Math.round(time * 1000)
  const pad = (value, length = 2) => String(Math.floor(value)).padStart(length, '0')
  const whole = Math.floor(milliseconds / 1000)
  return `${pad(whole / 3600)}:${pad((whole / 60) % 60)}:${pad(whole % 60)}${point}${pad(milliseconds % 1000, 3)}`
}
