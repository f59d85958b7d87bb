import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { asArray, asNumber } from '../json/values.ts'
import { pieceAt, textAt, timesAt, type EntryTimes } from './entries.ts'
import { firstAt, valueAt } from './key-paths.ts'
import type { ItemKeys, ListLayout, WordList } from './layout.ts'
import type { JsonNode } from './outline.ts'
import { tellUnit, type TimedSample, type TimeUnit } from './tell-unit.ts'

/** How many items tell the unit. */
const sampleSize = 2000
/** How many words of an item tell the unit. */
const mostWords = 20

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
export function unitOfList(nodes: readonly JsonNode[], layout: ListLayout): ListUnit {
  const expected = layout.unitsPerSecond
  const samples = nodes.slice(0, sampleSize).flatMap((node) => samplesOf(node, layout))
  if (samples.length === 0) {
    return { unitsPerSecond: expected ?? 1, isClear: true, isUnexpected: false }
  }
  const unit = tellUnit(samples, {
    ...(expected === undefined ? {} : { expected }),
    duration: durationAround(nodes[0]!),
    last: lastTime(nodes.at(-1)!, layout),
  })
  const isUnexpected = expected !== undefined && unit.unitsPerSecond !== expected
  return { ...unit, isUnexpected }
}

/** Tells the unit of the words in segments: that of the segments, unless it is impossible. */
export function unitOfWords(
  nodes: readonly JsonNode[],
  list: WordList,
  unitOfSegments: number,
): number {
  if (list.unitsPerSecond !== undefined) return list.unitsPerSecond
  const samples = nodes.slice(0, sampleSize).flatMap((node) => samplesOfWords(node, list))
  const [first] = nodes
  if (samples.length === 0 || first === undefined) return unitOfSegments
  const evidence = { expected: unitOfSegments, duration: durationAround(first) }
  return tellUnit(samples, evidence).unitsPerSecond
}

/** An item's text and times, or those of its words if it has none. */
function samplesOf(node: JsonNode, layout: ListLayout): TimedSample[] {
  const { value } = node
  const isWord = layout.holds === 'words'
  const text = isWord ? pieceAt(value, layout.keys.text) : textAt(value, layout.keys.text)
  const times = timesOf(value, layout.keys)
  if (times.start !== null && (text !== '' || isWord)) return sampleOf(text, times)
  if (times.start?.isSeconds === true) return []
  const list = layout.words
  return list === undefined || list.unitsPerSecond !== undefined ? [] : samplesOfWords(node, list)
}

function samplesOfWords({ value }: JsonNode, list: WordList): TimedSample[] {
  return asArray(firstAt(value, list.at))
    .slice(0, mostWords)
    .flatMap((word) => sampleOf(pieceAt(word, list.keys.text), timesOf(word, list.keys)))
}

/** A text and its times, as far as they are in the unit of the file. */
function sampleOf(text: string, { start, end, duration }: EntryTimes): TimedSample[] {
  const long = inUnit(duration)
  if (start === null) return []
  if (start.isSeconds) return long === null ? [] : [{ text, start: 0, end: long }]
  const byDuration = long === null ? null : start.time + long
  return [{ text, start: start.time, end: end === null ? byDuration : inUnit(end) }]
}

function lastTime({ value }: JsonNode, { keys }: ListLayout): number | null {
  const { start, end } = timesOf(value, keys)
  return inUnit(end) ?? inUnit(start)
}

function inUnit(written: EntryTimes['start']): number | null {
  return written === null || written.isSeconds ? null : written.time
}

function timesOf(item: unknown, keys: ItemKeys): EntryTimes {
  // the reading itself reports what is wrong
  const unreported: ProblemTally = createTally()
  return timesAt(item, keys, unreported)
}

/**
 * The length of the recording in seconds; `null` if the file does not say it, or perhaps in another unit. The
 * `duration` of an element of a list, such as a paragraph, is its own.
 */
function durationAround(node: JsonNode): number | null {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (Array.isArray(outer.parent?.value)) continue
    for (const path of durations) {
      const duration = asNumber(valueAt(outer.value, path))
      if (duration !== null && duration > 0 && duration < 1e5) return duration
    }
  }
  return null
}
