import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import { firstRecording } from '../../parsing/words/several-recordings.ts'

/** Times count units of 100 nanoseconds. */
const unitsPerSecond = 1e7

const silences = new Set(['sil', 'sp', '!sil', '!enter', '!exit', '<s>', '</s>', '<eps>', '#'])

interface Label {
  readonly recording: string
  readonly word: TurnWord
}

/**
 * Reads HTK's master label files: `start end label` a line, for several recordings. If the labels are sounds with the
 * word in the last column, the words are read.
 */
export function readMlf({ text }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const labels: Label[] = []
  let recording = ''
  for (const [index, content] of text.split('\n').entries()) {
    const named = /^\s*"([^"]*)"\s*$/.exec(content)
    if (named !== null) recording = named[1]!.replace(/^.*[/\\]/, '').replace(/\.\w{1,5}$/, '')
    else if (/^\s*(?:\.?|#!MLF!#|\/\/\/)\s*$/.test(content)) continue
    else {
      const label = parseLabel(content)
      if (label === null) tally.count('line-left-out', index + 1)
      else labels.push({ recording, word: label })
    }
  }
  const { items, problems } = firstRecording(labels)
  const words: TurnWord[] = []
  for (const { word } of items) {
    const last = words.at(-1)
    // a sound without a word of its own belongs to the word before
    if (word.text === '' && last !== undefined) words[words.length - 1] = { ...last, end: word.end }
    else if (word.text !== '') words.push(word)
  }
  return {
    segments: composeTurns(words.filter(({ text: label }) => !silences.has(label.toLowerCase()))),
    problems: [
      ...problems,
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'is no label' : 'are no labels'} and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}

/** `start end label [score [word]]`, or a label alone. The text is empty for a sound inside a word. */
function parseLabel(line: string): TurnWord | null {
  const timed =
    /^\s*(\d{1,15})\s+(\d{1,15})\s+(\S+)(?:\s+(-?\d+(?:\.\d+)?)(?:\s+(\S+))?)?\s*$/.exec(line)
  if (timed !== null) {
    const [, start, end, label = '', score, word] = timed
    const isSound = score !== undefined && word === undefined && /^[a-z]{1,2}\d?$|[-+]/i.test(label)
    return {
      text: unescaped(word ?? (isSound ? '' : label)),
      start: Number(start) / unitsPerSecond,
      end: Number(end) / unitsPerSecond,
      confidence: null,
      speaker: undefined,
    }
  }
  const alone = /^\s*(\S+)\s*$/.exec(line)
  if (alone === null) return null
  return {
    text: unescaped(alone[1]!),
    start: null,
    end: null,
    confidence: null,
    speaker: undefined,
  }
}

/** HTK writes `\303\251` for the bytes of other letters, and quotes words that begin with a digit. */
function unescaped(label: string): string {
  const plain = label.replace(/^"(.*)"$/, '$1')
  if (!/\\\d{3}/.test(plain)) return plain.replace(/\\(.)/g, '$1')
  const bytes = plain
    .replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .split('')
    .map((character) => character.charCodeAt(0) & 0xff)
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
