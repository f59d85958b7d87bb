import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
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
import { countUnclearPrefixes, prefixName } from '../../writing/written-names.ts'
import { findUnsungGaps } from './unsung-gaps.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  language: true,
  ticks: 100,
}

export const lrcWriter: LoadedWriter = { capabilities, write }

/**
 * Writes LRC with the word times of its A2 extension, one segment per line: `[00:10.00]Name: <00:10.00>Hello
 * <00:10.40>there<00:10.90>`. Before a pause, a timestamp without text ends the line.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const { title, language, formatName } = prepared
  const tally = createTally()
  const sung = timedSegments(prepared).map((segment) => onOneLine(segment, tally))
  countUnclearPrefixes(sung, tally)
  const silences = findUnsungGaps(sung, tally)
  const lines: string[] = []
  if (title !== undefined) lines.push(`[ti:${title}]`)
  if (language !== undefined) lines.push(`[la:${language}]`)
  for (const [index, segment] of sung.entries()) {
    lines.push(`[${stamp(segment.start)}]${writeWords(segment, tally)}`)
    const silence = silences[index]!
    if (silence !== null) lines.push(`[${stamp(silence)}]`)
  }
  return { text: `${lines.join('\n')}\n`, problems: reportWritingLosses(tally, formatName) }
}

/**
 * Replaces line breaks by blanks, and brackets that would make text a timestamp by other brackets: one character by
 * one, so that the words' offsets stay valid.
 */
function onOneLine(segment: TimedNamedSegment, tally: ProblemTally): TimedNamedSegment {
  for (const sign of segment.text) if (sign === '\n') tally.count('line-break')
  const line = segment.text.replaceAll('\n', ' ')
  const text = line.replace(/[<[]([-−]?\d{1,9}:\d{1,9}(?::\d{1,9})?(?:\.\d{1,9})?)[>\]]/g, '($1)')
  if (text !== line) tally.count('sign-in-text')
  return { ...segment, text }
}

/** The name has no timestamp of its own, or it would be read as a word without duration. */
function writeWords(segment: TimedNamedSegment, tally: ProblemTally): string {
  const { name, text } = segment
  if (segment.words.length === 0) return prefixName(segment)
  const words = spanWords(segment, tally)
  let written = ''
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    const wordText = text.slice(word.from, word.to)
    written += `<${stamp(word.start)}>${index === 0 ? prefixName({ name, text: wordText }) : wordText}`
    if (next === undefined || next.start > word.end) written += `<${stamp(word.end)}>`
    written += text.slice(word.to, next?.from ?? word.to)
  }
  return written
}

function stamp(seconds: number): string {
  return formatClock(seconds, { digits: 2, hours: 'never', point: '.', fraction: 2 })
}
