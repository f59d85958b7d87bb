import { isRecord } from '../json/values.ts'
import { mostItems, toSnake, type ValueColumn } from './columns.ts'
import { unitInName } from './units-in-names.ts'
import { writtenTime } from './written-times.ts'

const startNames = /(?:^|_)(?:start|begin|from|onset|in|t0|st|bg|time_?in)(?:_|$)/i
const timeNames = /(?:^|_)(?:time|timestamp|ts|offset|position|at|t|s)(?:_|$)/i
const endNames = /(?:^|_)(?:end|stop|to|until|offset_?end|out|t1|et|ed|e|finish|time_?out)(?:_|$)/i
const durationNames = /(?:^|_)(?:dur|duration|length|len|d)(?:_|$)/i
const neverTime =
  /(?:^|_)(?:created|updated|modified|processing|processed|count|index|id|seek|byte|char|channel|absolute|date)(?:_|$)/i

/** The column that holds the starts of the items; `null` if none does. */
export function bestStart(columns: readonly ValueColumn[], count: number): ValueColumn | null {
  const find = (name: RegExp) => timeColumn(columns, { name, not: [], count })
  const found = find(startNames) ?? find(timeNames)
  if (found !== null) return found
  // lists without names: `[0.5, 1.2, "text"]`
  const numbers = columns.filter(({ path, values }) => /^\d$/.test(path) && areTimes(values, count))
  return numbers.find(({ values }) => isRising(values)) ?? null
}

/** The paths of the ends or, where items have none, of the durations that belong to a start. */
export function timesBeside(
  start: ValueColumn,
  columns: readonly ValueColumn[],
  count: number,
): { end: string[]; duration: string[] } {
  const beside = columns.filter(({ path }) => isBeside(path, start.path))
  const find = (name: RegExp) => {
    const found = timeColumn(beside, { name, not: [start.path], count })
    return found === null ? [] : [found.path]
  }
  const end = find(endNames)
  return { end, duration: end.length > 0 ? [] : find(durationNames) }
}

/** Whether two paths differ in one key, as `instances.0.start` and `instances.0.end`. */
function isBeside(path: string, other: string): boolean {
  const parts = path.split('.')
  const others = other.split('.')
  return (
    parts.length === others.length && parts.filter((part, at) => part !== others[at]).length === 1
  )
}

function timeColumn(
  columns: readonly ValueColumn[],
  { name, not, count }: { name: RegExp; not: readonly string[]; count: number },
): ValueColumn | null {
  const fitting = columns.filter(({ path, values }) => {
    if (not.includes(path)) return false
    const snake = toSnake(path)
    if (neverTime.test(snake)) return false
    if (/^\d$/.test(path))
      return name === endNames && /^\d$/.test(not[0] ?? '') && areTimes(values, count)
    return name.test(snake) && areTimes(values, count)
  })
  const rising = fitting.filter(({ values }) => name === durationNames || isRising(values))
  const [first, ...others] = rising
  if (first === undefined) return null
  // `start_time` before `words.0.start`, milliseconds before what has to be guessed
  return others.reduce((best, each) => (rankOf(each) > rankOf(best) ? each : best), first)
}

function rankOf({ path }: ValueColumn): number {
  return (unitInName(path) === null ? 0 : 1) - 2 * path.split('.').length
}

function areTimes(values: readonly unknown[], count: number): boolean {
  const times = values.filter((value) => {
    if (isRecord(value)) return false
    const found = writtenTime(value)
    return found !== null && Number.isFinite(found.time) && found.time >= 0
  })
  return times.length >= count * mostItems
}

/** Whether most times that can be read are not before the one they follow. */
function isRising(values: readonly unknown[]): boolean {
  const times = values
    .flatMap((value) => writtenTime(value)?.time ?? [])
    .filter((time) => Number.isFinite(time))
  const rises = times.filter((time, at) => at === 0 || time >= times[at - 1]!)
  if (times.length < 3) return rises.length >= times.length * 0.7
  // the first or the last may be a wrong one
  const first = Math.min(...times.slice(0, 2))
  const last = Math.max(...times.slice(-2))
  return rises.length >= times.length * 0.7 && last > first
}
