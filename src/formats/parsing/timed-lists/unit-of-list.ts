import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { asArray, asNumber } from '../json/values.ts'
import { pieceAt, textAt, timesAt } from './entries.ts'
import { firstAt, valueAt } from './key-paths.ts'
import type { ListLayout } from './layout.ts'
import { objectsAround, type JsonNode } from './outline.ts'
import { tellUnit, type TimedSample, type TimeUnit } from './tell-unit.ts'

/** How many items tell the unit; the last one tells how long the recording is. */
const sampleSize = 2000

/** Where files write the length of a recording in seconds. */
const durations = [
  'duration',
  'audio_duration',
  'duration_seconds',
  'duration_in_seconds',
  'audio_duration_secs',
  'metadata.duration',
  'metadata.audio_duration',
  'transcription_info.duration',
]

export interface ListUnit extends TimeUnit {
  /** It is not that of other files of this kind. */
  readonly isUnexpected: boolean
}

/** Tells the unit of a list's times. */
export function unitOfList(
  root: unknown,
  nodes: readonly JsonNode[],
  layout: ListLayout,
): ListUnit {
  const expected = layout.unitsPerSecond
  const some = nodes.length > sampleSize ? [...nodes.slice(0, sampleSize), nodes.at(-1)!] : nodes
  // the reading itself reports what is wrong
  const unreported = createTally()
  const samples = some.flatMap((node) => samplesOf(node, layout, unreported))
  if (samples.length === 0) {
    return { unitsPerSecond: expected ?? 1, isClear: true, isUnexpected: false }
  }
  const unit = tellUnit(samples, {
    ...(expected === undefined ? {} : { expected }),
    duration: durationAround(root, nodes[0]!),
  })
  const isUnexpected = expected !== undefined && unit.unitsPerSecond !== expected
  return { ...unit, isUnexpected }
}

/** An item's text and times, or those of its words if it has none. */
function samplesOf(
  { value }: JsonNode,
  layout: ListLayout,
  unreported: ProblemTally,
): TimedSample[] {
  const isWord = layout.holds === 'words'
  const text = isWord ? pieceAt(value, layout.keys.text) : textAt(value, layout.keys.text)
  const own = timesAt(value, layout.keys, unreported)
  if (own.isSeconds && own.start !== null) return []
  if (own.start !== null && (text !== '' || isWord)) {
    return [{ text, start: own.start, end: own.end }]
  }
  const list = layout.words
  if (list === undefined || list.unitsPerSecond !== undefined) return []
  return asArray(firstAt(value, list.at))
    .slice(0, 20)
    .flatMap((word) => {
      const { start, end, isSeconds } = timesAt(word, list.keys, unreported)
      if (start === null || isSeconds) return []
      return [{ text: pieceAt(word, list.keys.text), start, end }]
    })
}

/** The length of the recording in seconds; `null` if the file does not say it, or perhaps in another unit. */
function durationAround(root: unknown, node: JsonNode): number | null {
  for (const outer of [...objectsAround(node), root]) {
    for (const path of durations) {
      const duration = asNumber(valueAt(outer, path))
      if (duration !== null && duration > 0 && duration < 1e5) return duration
    }
  }
  return null
}
