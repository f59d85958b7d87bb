import { isTimedLine } from './line.ts'
import type { Line } from './line.ts'

/** Seconds, half open. */
export interface TimeRange {
  readonly start: number
  readonly end: number
}

export interface PausesAsked {
  readonly lines: readonly Line[]
  /** Silences of the audio, in order; `null` before the audio is analysed. */
  readonly silences: readonly TimeRange[] | null
  /** Seconds. */
  readonly longerThan: number
}

/**
 * What is skipped when long pauses are: silence in the sound, whether or not the transcript puts words there
 * and whether or not there is one; where the silences are not known, what the transcript leaves free.
 */
export function pausesToSkip({ lines, silences, longerThan }: PausesAsked): readonly TimeRange[] {
  if (silences === null) return findPauses(lines, longerThan)
  return silences.filter(({ start, end }) => end - start > longerThan)
}

/**
 * Pauses longer than `longerThan` seconds by the transcript's times:
 * between its timed words, and before the first of them. Sounds (`[applause]`) count as speech: somebody
 * found them worth writing down. Lines in order of their start.
 */
export function findPauses(lines: readonly Line[], longerThan: number): TimeRange[] {
  const pauses: TimeRange[] = []
  let spokenUntil = 0
  const speak = (range: TimeRange) => {
    if (range.start - spokenUntil > longerThan)
      pauses.push({ start: spokenUntil, end: range.start })
    spokenUntil = Math.max(spokenUntil, range.end)
  }
  // By time, not by line: people speak into each other's pauses.
  const speech = lines
    .filter(isTimedLine)
    .flatMap((line): readonly TimeRange[] => (line.words.length === 0 ? [line] : line.words))
    .sort((a, b) => a.start - b.start)
  speech.forEach(speak)
  return pauses
}
