import type { GoogleResult } from './result.ts'

/** Seconds by which the same words may differ. */
const tolerance = 0.1

/**
 * The results without those a later one says again: with diarisation, the last result repeats all words of the
 * recording (streamed ones, all words so far) to tell who said them.
 */
export function dropRepeated(results: readonly GoogleResult[]): GoogleResult[] {
  let kept: GoogleResult[] = []
  let start = Infinity
  let end = -Infinity
  let count = 0
  for (const result of results) {
    const first = result.words[0]?.start ?? 0
    const last = result.words.at(-1)?.end ?? first
    const isTold = result.words.some(({ speaker }) => speaker !== undefined)
    const isAll = first <= start + tolerance && last >= end - tolerance && last > first
    if (isTold && isAll && result.words.length >= count * 0.8) {
      kept = []
      count = 0
    }
    kept.push(result)
    if (result.words.length === 0) {
      end = Math.max(end, result.end ?? end)
      start = Math.min(start, 0)
      continue
    }
    start = Math.min(start, first)
    end = Math.max(end, last)
    count += result.words.length
  }
  return kept
}
