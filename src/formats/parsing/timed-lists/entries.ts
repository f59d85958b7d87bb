import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf } from '../json/times.ts'
import { asNumber, asText, isRecord } from '../json/values.ts'
import { withoutControlTokens } from '../words/control-tokens.ts'
import { firstAt, valueAt } from './key-paths.ts'
import type { ItemKeys } from './layout.ts'
import { objectsAround, type JsonNode } from './outline.ts'
import { writtenTime } from './written-times.ts'

/** The times of an item: in seconds if `isSeconds`, else in the unit of the file. */
export interface EntryTimes {
  readonly start: number | null
  readonly end: number | null
  readonly isSeconds: boolean
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
  const start = writtenTime(firstAt(item, keys.start))
  const end = writtenTime(firstAt(item, keys.end ?? []))
  const duration = writtenTime(firstAt(item, keys.duration ?? []))
  const isSeconds = [start, end, duration].every((time) => time === null || time.isSeconds)
  const from = usable(start?.time, tally)
  const to = usable(end?.time, tally)
  const long = usable(duration?.time, tally)
  if (to !== null || from === null || long === null) return { start: from, end: to, isSeconds }
  // rounded, so that 1.1 plus 0.2 is 1.3
  return { start: from, end: Math.round((from + long) * 1e7) / 1e7, isSeconds }
}

/** Counts a time that is negative or no number. */
function usable(time: number | undefined, tally: ProblemTally): number | null {
  if (time === undefined) return null
  if (Number.isFinite(time) && time >= 0) return time
  tally.count('time-dropped')
  return null
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
