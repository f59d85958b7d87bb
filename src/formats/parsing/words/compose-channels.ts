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
  const turns: ParsedSegment[] = []
  const bounds = { start: null, end: null }
  for (const words of channels) {
    for (const turn of composeTurns(estimateWordEnds(estimateTimes(words, bounds))))
      turns.push(turn)
  }
  return orderByStart(turns)
}

/** Items without a start stay after the item they follow. */
export function orderByStart<T extends { readonly start: number | null }>(
  turns: readonly T[],
): T[] {
  let last = -Infinity
  const keyed = turns.map((turn) => {
    last = turn.start !== null && Number.isFinite(turn.start) ? turn.start : last
    return { turn, key: last }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ turn }) => turn)
}
