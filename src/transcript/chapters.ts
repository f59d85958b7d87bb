import type { Chapter } from './transcript.ts'

/** Times that were written down twice may differ by a rounding, seconds. */
const rounding = 0.001

/**
 * Maps each chapter to the index of the first entry of `starts` at or after the chapter's start. Of two
 * chapters before one thing the later counts, because it names what is spoken there. `starts` in order,
 * `null` for what has no time.
 */
export function chaptersByPlace(
  starts: readonly (number | null)[],
  chapters: readonly Chapter[],
): Map<number, { readonly title: string; readonly index: number }> {
  const places = new Map<number, { title: string; index: number }>()
  let at = 0
  chapters.forEach(({ start, title }, index) => {
    while (at < starts.length && (starts[at] ?? -Infinity) < start - rounding) at++
    if (at < starts.length) places.set(at, { title, index })
  })
  return places
}
