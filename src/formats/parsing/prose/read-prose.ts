import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../parsed-transcript.ts'
import { trimText } from '../trim-text.ts'
import { nameTurns } from '../speakers/name-turns.ts'
import type { LabelChoice } from '../speakers/label-choice.ts'
import { findTurnNames } from '../speakers/turn-names.ts'
import { createChatReceivers } from './chat-receivers.ts'
import { framesAsMilliseconds } from './frames-as-milliseconds.ts'
import { cutAtEndStamps, hasEndStamps, withoutEndStamps } from './end-stamps.ts'
import { estimateBetween } from './estimate-between.ts'
import { removeClosingLines } from './closing-line.ts'
import type { ProseLine } from './line.ts'
import { placeParts } from '../parts/place-parts.ts'
import { readUntimed, reportDirections, type ProseFile } from './read-untimed.ts'
import { cutAtTimes } from './timed-turns.ts'
import { findProseTiming } from './timing.ts'

/**
 * Reads prose from any container (plain text, Markdown, Word): by its times if it has any, else as untimed paragraphs.
 */
export function readProse(written: readonly ProseLine[], file: ProseFile): ParsedTranscript {
  const { labels } = file
  if (hasEndStamps(written)) return readEndStamped(written, labels)
  const counted = framesAsMilliseconds(written)
  const { lines, problems: closings } = removeClosingLines(counted.lines)
  const timing = findProseTiming(lines)
  if (timing === null) return readUntimed(written, file)
  const introduced = new Set<string>()
  const receivers = createChatReceivers()
  const spoken = lines.map((line) => {
    const stamped = timing.hasLines ? timing.lineOf(line) : null
    if (timing.isNameBelow(line)) return ''
    if (stamped === null) return line.text.trim()
    receivers.note(stamped)
    if (stamped.name === undefined) return stamped.rest
    introduced.add(stamped.name)
    return ''
  })
  const names = findTurnNames(spoken, labels, introduced)
  const { segments, chapters } = cutAtTimes(lines, { timing, names })
  const turns = nameTurns(segments.map(trimText), names)
  const { segments: shared, estimated } = estimateBetween(turns.segments)
  const parts = placeParts(shared)
  const placed = parts.segments
  return {
    chapters: chapters.length > 0 ? chapters : parts.chapters,
    segments: placed,
    areNamedInText: true,
    problems: [
      ...counted.problems,
      ...parts.problems,
      ...closings,
      ...receivers.report(),
      ...reportEstimates(estimated),
      ...reportUntimed(placed),
      ...reportDirections(turns.directions),
    ],
  }
}

/** Reads prose whose times stand behind the text, as f4transkript writes them. */
function readEndStamped(lines: readonly ProseLine[], labels: LabelChoice): ParsedTranscript {
  const names = findTurnNames(
    lines.map(({ text }) => withoutEndStamps(text)),
    labels,
  )
  const { segments, estimated } = cutAtEndStamps(lines)
  const turns = nameTurns(segments.map(trimText), names)
  return {
    segments: turns.segments,
    areNamedInText: true,
    problems: [
      ...reportEstimates(estimated),
      ...reportUntimed(turns.segments),
      ...reportDirections(turns.directions),
    ],
  }
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
