import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { TimedSegment } from '#transcript/transcript.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type TimedNamedSegment,
  type WriterOutput,
} from '../writer.ts'
import { formatClock } from '../../writing/clock.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { spanWords } from '../../writing/span-words.ts'
import { timedSegments } from '../../writing/timed-segments.ts'
import { mayBeReadAsNamed } from '../../writing/written-names.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  language: true,
  segmentLanguages: true,
  nothing: true,
}

export const webvttWriter: LoadedWriter = { capabilities, write }

/**
 * Writes WebVTT (https://www.w3.org/TR/webvtt1/): voices, languages, and word times as timestamps inside cues. A comment
 * says that these are captions, because a file named `Chapter 3.vtt` would be taken for a list of chapters, and has language
 * and title. It is the last block: strict parsers want a blank line behind `WEBVTT`, and transcriptator the first cue.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const { title, language, formatName } = prepared
  const segments = timedSegments(prepared)
  const tally = createTally()
  const facts = ['NOTE', 'Kind: captions']
  if (language !== undefined) facts.push(`Language: ${language}`)
  if (title !== undefined) facts.push(`Title: ${title.replaceAll('-->', '→')}`)
  const hasNames = segments.some(({ name }) => name !== null)
  const cues = segments.map((segment) => {
    const text = segment.words.length === 0 ? escape(segment.text) : writeWords(segment, tally)
    const spoken =
      segment.language === undefined ? text : `<lang ${segment.language}>${text}</lang>`
    return `${stamp(segment.start)} --> ${stamp(segment.end)}\n${voice(segment, hasNames)}${spoken}`
  })
  return {
    text: `${['WEBVTT', ...cues, facts.join('\n')].join('\n\n')}\n`,
    problems: reportWritingLosses(tally, formatName),
  }
}

function voice({ name, text, beginsTurn }: TimedNamedSegment, hasNames: boolean): string {
  if (name !== null) return `<v ${escape(name)}>`
  if (beginsTurn) return '&gt;&gt; '
  // an empty voice keeps `Ada: …` from being read as a speaker
  return !hasNames && mayBeReadAsNamed(text) ? '<v>' : ''
}

/**
 * Writes each word after its timestamp. Before a pause, the word's end is written before the blank, so that the blank
 * is the pause. A timestamp equal to the cue's start is omitted, as the specification requires later ones, unless the
 * cue would then have none.
 */
function writeWords(segment: TimedSegment, tally: ProblemTally): string {
  const { text, start, end } = segment
  const words = spanWords(segment, tally)
  let written = ''
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const isWhole = words.length === 1 && word.start === start && word.end === end
    if (word.start > start || isWhole) written += `<${stamp(word.start)}>`
    written += escape(text.slice(word.from, word.to))
    const blank = next === undefined ? ' ' : text.slice(word.to, next.from)
    const pauseEnd = next?.start ?? end
    if (word.end < pauseEnd) {
      if (blank === '') tally.count('word-end')
      else written += `<${stamp(word.end)}>${blank}`
    } else if (next !== undefined) written += blank
  }
  return written
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function stamp(seconds: number): string {
  return formatClock(seconds, { digits: 2, hours: 'always', point: '.', fraction: 3 })
}
