import { columnsOf } from './columns.ts'
import { speakerPaths } from './guess-speakers.ts'
import { bestText } from './guess-text.ts'
import { bestStart, timesBeside } from './guess-times.ts'
import type { JsonNode } from './outline.ts'
import { otherUnits, unitInName } from './units-in-names.ts'

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

const confidenceNames = /^(?:confidence|conf|probability|score|p)$/i

/** Guesses the keys of a list's items by their names and values; `null` if no key holds texts. */
export function guessKeys(samples: readonly JsonNode[]): GuessedKeys | null {
  const items = samples.map(({ value }) => value)
  const columns = columnsOf(items)
  const text = bestText(columns, items.length)
  const start = bestStart(columns, items.length)
  if (text === null || start === null || text.path === start.path) return null
  const { end, duration } = timesBeside(start, columns, items.length)
  const unitsPerSecond = unitInName(start.path)
  return {
    text: [text.path],
    start: [start.path],
    end,
    duration,
    speaker: speakerPaths(columns),
    confidence: columns.map(({ path }) => path).filter((path) => confidenceNames.test(path)),
    unitsPerSecond,
    units: otherUnits([...end, ...duration], unitsPerSecond),
    texts: text.texts,
  }
}
