import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { readLyrics, type Lyrics, type SungLine } from './lines.ts'
import { parseSungLine } from './sung-words.ts'

/** The largest `[offset:]` that is applied, milliseconds; a larger one must be an error. */
const largestOffset = 3_600_000

/**
 * Reads LRC, which has no specification (https://en.wikipedia.org/wiki/LRC_(file_format)), with the word times of its
 * A2 extension. Only a timestamp without text ends a line before the next one.
 */
export function readLrc({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const { lines, before, tags } = readLyrics(text, tally)
  if (lines.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like [00:12.34]text, so it cannot be read as LRC. Choose another format.`,
    })
  }
  const title = tags.get('ti') ?? ''
  const language = languageTag(tags.get('la') ?? tags.get('lang'))
  const { offset, problems } = offsetOf(tags)
  const untimed = before.map((each) => ({ ...each, start: null, end: null }))
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments: [...untimed, ...parseLines(lines, offset)],
    problems: [
      ...problems,
      ...tally.report(
        'stamps-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'has' : 'have'} too many timestamps; ${count === 1 ? 'it is' : 'they are'} shown only at the first of them.`,
      ),
      ...reportLinesBeforeTimes(before),
    ],
  }
}

/** A positive offset shows the lyrics earlier. */
function offsetOf(tags: ReadonlyMap<string, string>): { offset: number; problems: Problem[] } {
  const written = tags.get('offset')
  if (written === undefined || written === '') return { offset: 0, problems: [] }
  const offset = /^[-+]?\d{1,15}(?:\.\d{1,9})?$/.test(written) ? Number(written) : Number.NaN
  if (Math.abs(offset) <= largestOffset) return { offset, problems: [] }
  const message = `The offset “${written.slice(0, 20)}” is not a plausible number of milliseconds; it was not applied.`
  return { offset: 0, problems: [{ code: 'offset-impossible', severity: 'warning', message }] }
}

function parseLines(lines: readonly SungLine[], offset: number): ParsedSegment[] {
  const shift = (time: number) =>
    offset === 0 ? time : Math.max(0, Math.round(time * 1000 - offset) / 1000)
  const order = [...lines].sort((a, b) => a.start - b.start)
  const parsed: ParsedSegment[] = []
  let later: number | null = null
  let next: number | null = null
  let silence: number | null = null
  // backwards, so that the next line or timestamp without text is known
  for (const line of order.reverse()) {
    if (next !== null && line.start < next) later = next
    next = line.start
    const isSilent = line.runs.every(({ text }) => text.trim() === '')
    if (isSilent) {
      silence = line.start
      continue
    }
    const end: number | null = silence !== null && silence === later ? silence : null
    parsed.push(parseSungLine(line, { end, next: later, shift }))
  }
  return parsed.reverse()
}

function reportLinesBeforeTimes(before: Lyrics['before']): Problem[] {
  if (before.length === 0) return []
  const one = before.length === 1
  return [
    {
      code: 'text-before-first-stamp',
      severity: 'note',
      message: `${countOf(before.length, 'line')} before the first timestamp ${one ? 'has' : 'have'} no time; ${one ? 'it is' : 'they are'} shown but ${one ? 'does' : 'do'} not follow the recording.`,
      line: before[0]!.line,
    },
  ]
}
