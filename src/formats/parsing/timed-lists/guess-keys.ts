import { asArray, asText, isRecord, property } from '../json/values.ts'
import type { JsonNode } from './outline.ts'
import { writtenTime } from './written-times.ts'

/** What the keys of a list's items seem to hold. */
export interface GuessedKeys {
  readonly text: readonly string[]
  /** Empty if the items have no times. */
  readonly start: readonly string[]
  readonly end: readonly string[]
  readonly duration: readonly string[]
  readonly speaker: readonly string[]
  readonly confidence: readonly string[]
  /** As the name of the start’s key says, such as `start_ms`; else `null`. */
  readonly unitsPerSecond: number | null
  /** Of the end and the duration, where their names say another. */
  readonly units: Readonly<Record<string, number>>
  /** Of the items that were examined. */
  readonly texts: readonly string[]
}

const textNames =
  /^(?:text|transcript|transcription|sentence|caption|utterance|body|content|line|phrase|speech|message|display_?text|raw_?text|punctuated_?word|word|value|w|token|subtitle|cue|tx|lexical|display|form|utt)$/i
const neverText =
  /(?:^|_)(?:id|uuid|guid|key|lang|language|locale|type|kind|status|url|uri|href|src|color|model|role|label|title|file|path|email|source|version|speaker|name|voice|participant|date|time|start|end|begin|stop)s?(?:_|$)/i
const startNames = /(?:^|_)(?:start|begin|from|onset|in|t0|st|bg|time_?in)(?:_|$)/i
const timeNames = /(?:^|_)(?:time|timestamp|ts|offset|position|at|t|s)(?:_|$)/i
const endNames = /(?:^|_)(?:end|stop|to|until|offset_?end|out|t1|et|ed|e|finish|time_?out)(?:_|$)/i
const durationNames = /(?:^|_)(?:dur|duration|length|len|d)(?:_|$)/i
const neverTime =
  /(?:^|_)(?:created|updated|modified|processing|processed|count|index|id|seek|byte|char|channel|absolute|date)(?:_|$)/i
const speakerNames =
  /(?:^|_)(?:speaker|speakers|spk|voice|participant|who|author|talker|person)(?:_|$)/i
const confidenceNames = /^(?:confidence|conf|probability|score|p)$/i
const speakersAround = [
  'speaker_name',
  'speaker.name',
  'speaker',
  'speaker_label',
  'participant.name',
  'participant',
  'voice',
  'name',
  'speaker_id',
  'spk',
]

/** The share of items that must have a value. */
const most = 0.6

/** Guesses the keys of a list's items by their names and values; `null` if no key holds texts. */
export function guessKeys(samples: readonly JsonNode[]): GuessedKeys | null {
  const items = samples.map(({ value }) => value)
  const columns = columnsOf(items)
  const text = bestText(columns, items.length)
  if (text === null) return null
  const start = bestStart(columns, items.length)
  if (start === null || text.path === start.path) return null
  const names = [start.path]
  const beside = columns.filter(({ path }) => isBeside(path, start.path))
  const after = (name: RegExp) => timeColumn(beside, { name, not: names, count: items.length })
  const end = pathsOf(after(endNames))
  const duration = end.length > 0 ? [] : pathsOf(after(durationNames))
  const unitsPerSecond = unitInName(start.path)
  return {
    text: [text.path],
    start: [start.path],
    end,
    duration,
    speaker: [...speakerPaths(columns), ...speakersAround],
    confidence: columns.map(({ path }) => path).filter((path) => confidenceNames.test(path)),
    unitsPerSecond,
    units: otherUnits([...end, ...duration], unitsPerSecond),
    texts: text.texts,
  }
}

/** Whether two paths differ in one key, as `instances.0.start` and `instances.0.end`. */
function isBeside(path: string, other: string): boolean {
  const parts = path.split('.')
  const others = other.split('.')
  return (
    parts.length === others.length && parts.filter((part, at) => part !== others[at]).length === 1
  )
}

/** Whether a value belongs to the object of a speaker. */
function isOfSpeaker(path: string): boolean {
  return path
    .split('.')
    .slice(0, -1)
    .some((part) => speakerNames.test(toSnake(part)))
}

export function meanLength(texts: readonly string[]): number {
  const letters = texts.reduce((sum, text) => sum + text.trim().length, 0)
  return texts.length === 0 ? 0 : letters / texts.length
}

interface Column {
  readonly path: string
  readonly values: readonly unknown[]
}

/** The values of the items by path: of their keys, of the objects in them, and of the first elements of lists in them. */
function columnsOf(items: readonly unknown[]): Column[] {
  const columns = new Map<string, unknown[]>()
  const add = (path: string, value: unknown) => {
    const known = columns.get(path)
    if (known === undefined) columns.set(path, [value])
    else known.push(value)
  }
  for (const item of items) {
    for (const [key, value] of entriesOf(item)) {
      add(key, value)
      const inner = Array.isArray(value)
        ? [
            ['0', value[0]],
            ['1', value[1]],
          ]
        : entriesOf(value)
      for (const [innerKey, innerValue] of inner as [string, unknown][]) {
        if (innerValue === undefined) continue
        add(`${key}.${innerKey}`, innerValue)
        for (const [last, deep] of isRecord(innerValue) ? entriesOf(innerValue) : []) {
          add(`${key}.${innerKey}.${last}`, deep)
        }
      }
    }
  }
  return Array.from(columns, ([path, values]) => ({ path, values })).filter(
    ({ path }) => !/[^\w.\s-]/.test(path),
  )
}

const mostKeys = 60

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) {
    return asArray(value)
      .slice(0, 6)
      .map((element, at) => [String(at), element])
  }
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((key) => !key.includes('.'))
    .slice(0, mostKeys)
    .map((key) => [key, property(value, key)])
}

function bestText(
  columns: readonly Column[],
  count: number,
): { path: string; texts: string[] } | null {
  let best: { path: string; texts: string[]; rank: number } | null = null
  for (const { path, values } of columns) {
    if (isOfSpeaker(path)) continue
    const name = nameIn(path)
    const texts = values.flatMap((value) => asText(value) ?? [])
    const spoken = texts.filter(isSpoken)
    if (spoken.length < count * most || spoken.length < texts.length * most) continue
    const isNamed = textNames.test(name)
    if (!isNamed && neverText.test(toSnake(path))) continue
    const hasPhrases = spoken.some((text) => /\p{L}\s+\p{L}/u.test(text))
    if (!isNamed && !hasPhrases) continue
    const rank = (isNamed ? 1000 : 0) + Math.min(900, meanLength(spoken)) - path.split('.').length
    if (best === null || rank > best.rank) best = { path, texts: spoken, rank }
  }
  return best
}

/** Whether a value is text and not an id, an address, a number or a time. */
function isSpoken(text: string): boolean {
  if (!/\p{L}/u.test(text)) return false
  if (/^\w+:\/\/|^[\da-f]{8}-[\da-f]{4}|^\d{4}-\d\d-\d\dT|^PT[\d.]+[HMS]/i.test(text)) return false
  return !/^[\d.,:]+\s*m?s$/i.test(text)
}

function bestStart(columns: readonly Column[], count: number): Column | null {
  const find = (name: RegExp) => timeColumn(columns, { name, not: [], count })
  const found = find(startNames) ?? find(timeNames)
  if (found !== null) return found
  // lists without names: `[0.5, 1.2, "text"]`
  const numbers = columns.filter(({ path, values }) => /^\d$/.test(path) && areTimes(values, count))
  return numbers.find(({ values }) => isRising(values)) ?? null
}

function timeColumn(
  columns: readonly Column[],
  { name, not, count }: { name: RegExp; not: readonly string[]; count: number },
): Column | null {
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

function rankOf({ path }: Column): number {
  return (unitInName(path) === null ? 0 : 1) - 2 * path.split('.').length
}

function areTimes(values: readonly unknown[], count: number): boolean {
  const times = values.filter((value) => {
    if (isRecord(value)) return false
    const found = writtenTime(value)
    return found !== null && Number.isFinite(found.time) && found.time >= 0
  })
  return times.length >= count * most
}

/** Whether most times are not before the one they follow. */
function isRising(values: readonly unknown[]): boolean {
  const times = values.flatMap((value) => writtenTime(value)?.time ?? [])
  const rises = times.filter((time, at) => at === 0 || time >= times[at - 1]!)
  return rises.length >= times.length * 0.7 && (times.length < 3 || times.at(-1)! > times[0]!)
}

function speakerPaths(columns: readonly Column[]): string[] {
  const paths = columns
    .filter(({ path, values }) => {
      const isName = values.some((value) => typeof value === 'string' || typeof value === 'number')
      return speakerNames.test(toSnake(path)) && isName && !/confidence|email|url/i.test(path)
    })
    .map(({ path }) => path)
  const rank = (path: string) => (/name/i.test(path) ? 0 : /(?:^|[._])id$|Id$/.test(path) ? 2 : 1)
  return paths.sort((a, b) => rank(a) - rank(b))
}

const units: readonly [RegExp, number][] = [
  [/(?:^|_)(?:ms|msec|millis|milliseconds?)(?:_|$)/, 1000],
  [/(?:^|_)(?:ticks)(?:_|$)/, 1e7],
  [/(?:^|_)(?:us|micros|microseconds?)(?:_|$)/, 1e6],
  [/(?:^|_)(?:ns|nanos|nanoseconds?)(?:_|$)/, 1e9],
  [/(?:^|_)(?:cs|centis|centiseconds?)(?:_|$)/, 100],
  [/(?:^|_)(?:secs?|seconds?)(?:_|$)/, 1],
]

function unitInName(path: string): number | null {
  return units.find(([name]) => name.test(toSnake(path)))?.[1] ?? null
}

/** The units of the keys whose names say another than that of the list. */
function otherUnits(paths: readonly string[], ofList: number | null): Record<string, number> {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const unit = unitInName(path)
      return unit === null || unit === ofList ? [] : [[path, unit]]
    }),
  )
}

function nameIn(path: string): string {
  const parts = path.split('.').filter((part) => !/^\d$/.test(part))
  return parts.at(-1) ?? ''
}

/** `startTimeMs` and `start.time` as `start_time_ms`. */
function toSnake(path: string): string {
  return path
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[.\s-]/g, '_')
    .toLowerCase()
}

function pathsOf(column: Column | null): string[] {
  return column === null ? [] : [column.path]
}
