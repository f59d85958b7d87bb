import type { GoogleResult } from './result.ts'

/** Seconds by which the times of a repeated word may differ. */
const tolerance = 0.1

/**
 * Drops results whose words a later result repeats: with diarisation, the last result repeats all words of the
 * recording (in streaming, all words so far) with their speakers.
 */
export function dropRepeated(results: readonly GoogleResult[]): GoogleResult[] {
  let kept: GoogleResult[] = []
  let start = Infinity
  let end = -Infinity
  let count = 0
  for (const result of results) {
    const first = result.words[0]?.start ?? 0
    const last = result.words.at(-1)?.end ?? first
    const isDiarised = result.words.some(({ speaker }) => speaker !== undefined)
    const isAll = first <= start + tolerance && last >= end - tolerance && last > first
    if (isDiarised && isAll && result.words.length >= count * 0.8) {
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
