import type { ParsedSegment } from '../parsed-transcript.ts'
import { estimateWordEnds } from './estimate-word-ends.ts'
import { composeTurns } from './compose-turns.ts'
import { estimateTimes } from './estimate-times.ts'
import type { GluedWord } from './glue-marks.ts'

/**
 * Composes the turns of each channel separately, so that people who speak at once do not interrupt each other's
 * sentences, then merges them by start time.
 */
export function composeChannels(channels: Iterable<readonly GluedWord[]>): ParsedSegment[] {
  const bounds = { start: null, end: null }
  return mergeByStart(
    Array.from(channels, (words) => composeTurns(estimateWordEnds(estimateTimes(words, bounds)))),
  )
}

interface Startable {
  readonly start: number | null
}

/** Items without a start stay after the item they follow; those at the beginning stay there. */
export function orderByStart<T extends Startable>(turns: readonly T[]): T[] {
  return mergeByStart([turns])
}

/** Merges channels as `orderByStart` orders one: an item without a start stays behind the one it follows in its channel. */
export function mergeByStart<T extends Startable>(channels: readonly (readonly T[])[]): T[] {
  const keyed: { readonly turn: T; readonly key: number }[] = []
  for (const turns of channels) {
    let key = turns.reduce(
      (first, turn) => (isTimed(turn) ? Math.min(first, turn.start) : first),
      Infinity,
    )
    for (const turn of turns) {
      if (isTimed(turn)) key = turn.start
      keyed.push({ turn, key })
    }
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ turn }) => turn)
}

function isTimed<T extends Startable>(turn: T): turn is T & { readonly start: number } {
  return turn.start !== null && Number.isFinite(turn.start)
}
