import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf } from '../json/times.ts'
import { asNumber, asText, isRecord } from '../json/values.ts'
import { withoutControlTokens } from '../words/control-tokens.ts'
import { firstAt, valueAt } from './key-paths.ts'
import type { ItemKeys } from './layout.ts'
import { objectsAround, type JsonNode } from './outline.ts'
import { writtenTime, type WrittenTime } from './written-times.ts'

/** The times that an item writes. */
export interface EntryTimes {
  readonly start: WrittenTime | null
  readonly end: WrittenTime | null
  readonly duration: WrittenTime | null
}

/** The first text that is not blank, without the control tokens of models such as `<|en|>`. */
export function textAt(item: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const text = withoutControlTokens(asText(valueAt(item, path)) ?? '')
    if (text.trim() !== '') return text
  }
  return ''
}

/** The text of a part of a word, which may be blank. */
export function pieceAt(item: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const text = asText(valueAt(item, path))
    if (text !== undefined) return withoutControlTokens(text)
  }
  return ''
}

export function timesAt(item: unknown, keys: ItemKeys, tally: ProblemTally): EntryTimes {
  const at = (paths: readonly string[] = []) => usable(timeAt(item, paths, keys.units), tally)
  return { start: at(keys.start), end: at(keys.end), duration: at(keys.duration) }
}

function timeAt(
  item: unknown,
  paths: readonly string[],
  units: ItemKeys['units'],
): WrittenTime | null {
  const path = paths.find((each) => (valueAt(item, each) ?? null) !== null)
  if (path === undefined) return null
  const written = writtenTime(valueAt(item, path))
  const unit = units?.[path]
  return written === null || written.isSeconds || unit === undefined
    ? written
    : { time: written.time / unit, isSeconds: true }
}

/** Counts a time that is negative or no number. */
function usable(written: WrittenTime | null, tally: ProblemTally): WrittenTime | null {
  if (written === null || (Number.isFinite(written.time) && written.time >= 0)) return written
  tally.count('time-dropped')
  return null
}

/** The start and the end of an item in seconds; where it has no end, its start and its duration make it. */
export function inSeconds(
  { start, end, duration }: EntryTimes,
  unitsPerSecond: number,
): { start: number | null; end: number | null } {
  const from = secondsOf(start, unitsPerSecond)
  const to = secondsOf(end, unitsPerSecond)
  const long = secondsOf(duration, unitsPerSecond)
  if (to !== null || from === null || long === null) return { start: from, end: to }
  // rounded, so that 1.1 plus 0.2 is 1.3
  return { start: from, end: Math.round((from + long) * 1e7) / 1e7 }
}

function secondsOf(written: WrittenTime | null, unitsPerSecond: number): number | null {
  if (written === null) return null
  return written.isSeconds ? written.time : written.time / unitsPerSecond
}

export function confidenceAt(item: unknown, paths: readonly string[] = []): number | null {
  for (const path of paths) {
    const value = valueAt(item, path)
    if (value === undefined || value === null) continue
    const logarithm = asNumber(value)
    return path.endsWith('logprob') && logarithm !== null
      ? confidenceOf(Math.exp(logarithm))
      : confidenceOf(value)
  }
  return null
}

/** What an item, or an object around it, writes for its speaker. */
export function speakerAt(node: JsonNode, paths: readonly string[] = []): unknown {
  const own = firstAt(node.value, paths)
  if (own !== undefined) return own
  if (isRecord(node.value) && paths.some((path) => valueAt(node.value, path) === null)) {
    return undefined
  }
  for (const outer of objectsAround(node)) {
    const found = firstAt(outer, paths)
    if (found !== undefined) return found
  }
  return undefined
}
