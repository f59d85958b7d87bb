import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../parsed-transcript.ts'
import { trimText } from '../trim-text.ts'
import { nameTurns } from '../speakers/name-turns.ts'
import { findTurnNames } from '../speakers/turn-names.ts'
import { cutAtEndStamps, hasEndStamps, withoutEndStamps } from './end-stamps.ts'
import { estimateBetween } from './estimate-between.ts'
import { removeClosingLines } from './closing-line.ts'
import type { ProseLine } from './line.ts'
import { readUntimed, reportDirections } from './read-untimed.ts'
import { cutAtTimes } from './timed-turns.ts'
import { findProseTiming } from './timing.ts'

/** A first time later than this is taken for a time of day, in seconds. */
const latestBeginning = 6 * 3600

/**
 * Reads prose from any container (plain text, Markdown, Word): by its times if it has any, else as untimed paragraphs.
 * `name` is the file's name in messages.
 */
export function readProse(written: readonly ProseLine[], name: string): ParsedTranscript {
  if (hasEndStamps(written)) return readEndStamped(written)
  const { lines, problems: closings } = removeClosingLines(written)
  const timing = findProseTiming(lines)
  if (timing === null) return readUntimed(written, name)
  const introduced = new Set<string>()
  const spoken = lines.map((line) => {
    const stamped = timing.hasLines ? timing.lineOf(line) : null
    if (timing.isNameBelow(line)) return ''
    if (stamped === null) return line.text.trim()
    if (stamped.name === undefined) return stamped.rest
    introduced.add(stamped.name)
    return ''
  })
  const names = findTurnNames(spoken, introduced)
  const { segments, chapters, problems } = cutAtTimes(lines, { timing, names })
  const turns = nameTurns(segments.map(trimText), names)
  const { segments: placed, estimated } = estimateBetween(turns.segments)
  return {
    chapters,
    segments: placed,
    problems: [
      ...problems,
      ...closings,
      ...reportClock(placed.find(({ start }) => start !== null)?.start ?? 0, name),
      ...reportEstimates(estimated),
      ...reportUntimed(placed),
      ...reportDirections(turns.directions),
    ],
  }
}

/** Reads prose whose times stand behind the text, as f4transkript writes them. */
function readEndStamped(lines: readonly ProseLine[]): ParsedTranscript {
  const names = findTurnNames(lines.map(({ text }) => withoutEndStamps(text)))
  const { segments, estimated } = cutAtEndStamps(lines)
  const turns = nameTurns(segments.map(trimText), names)
  return {
    segments: turns.segments,
    problems: [
      ...reportEstimates(estimated),
      ...reportUntimed(turns.segments),
      ...reportDirections(turns.directions),
    ],
  }
}

function reportClock(first: number, name: string): Problem[] {
  if (first < latestBeginning) return []
  const hours = Math.floor(first / 3600)
  return [
    {
      code: 'times-of-day',
      severity: 'warning',
      message: `The times in ${name} begin after ${hours} hours, so they are probably times of day. The text will not follow a recording that begins at zero.`,
    },
  ]
}

function reportUntimed(segments: readonly ParsedSegment[]): Problem[] {
  const count = segments.filter(
    ({ start, words = [] }) => start === null && words.length === 0,
  ).length
  if (count === 0) return []
  const message = `${countOf(count, 'paragraph')} before the first time or after the last one ${count === 1 ? 'has' : 'have'} no time and ${count === 1 ? 'does' : 'do'} not follow the recording.`
  return [{ code: 'times-missing', severity: 'note', message }]
}

function reportEstimates(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'paragraph')} ${count === 1 ? 'has' : 'have'} no time; ${count === 1 ? 'it was' : 'they were'} estimated from the times before and after.`
  return [{ code: 'times-estimated', severity: 'note', message }]
}
