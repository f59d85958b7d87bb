import type { Word } from '#transcript/transcript.ts'

interface Times {
  readonly start: number
  readonly end: number
}

/** Whether a time (seconds) is a whole number of ticks, apart from floating-point error. */
export function isOnTick(time: number, ticks: number): boolean {
  return Math.abs(time * ticks - Math.round(time * ticks)) < 1e-4
}

/** Rounds a segment's times to ticks; it stays at least one tick long. */
export function roundSegment({ start, end }: Times, ticks: number): Times {
  const first = Math.round(start * ticks)
  const last = Math.max(first + 1, Math.round(end * ticks))
  return { start: first / ticks, end: last / ticks }
}

/**
 * Rounds words to ticks: within their segment (already rounded), in order, at least one tick each. If there are more
 * words than ticks, the remaining ones lose their times.
 */
export function roundWords(words: readonly Word[], segment: Times, ticks: number): Word[] {
  const last = Math.round(segment.end * ticks)
  let earliest = Math.round(segment.start * ticks)
  const rounded: Word[] = []
  for (const word of words) {
    if (earliest >= last) break
    const start = Math.min(last - 1, Math.max(earliest, Math.round(word.start * ticks)))
    const end = Math.min(last, Math.max(start + 1, Math.round(word.end * ticks)))
    rounded.push({ ...word, start: start / ticks, end: end / ticks })
    earliest = end
  }
  return rounded
}
