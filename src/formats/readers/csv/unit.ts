import type { Problem } from '#transcript/problem.ts'
import { assumeFrameRate } from '../../parsing/cues/frame-rate.ts'
import type { TimeCell } from './time-cell.ts'

/** A row's times, as in its cells. */
export interface RowTimes {
  readonly start: TimeCell
  readonly end: TimeCell
  readonly duration: TimeCell
  /** How many characters are spoken in that time. */
  readonly letters: number
}

/** Nobody speaks more slowly than this, in seconds per letter, or a thousand times faster. */
const slowest = 2

/**
 * Determines the unit of whole numbers when the header does not name it, by how long the texts would take: Whisper and
 * whisper.cpp write milliseconds, people often seconds. Numbers with fractions are seconds.
 */
export function areMilliseconds(rows: readonly RowTimes[]): boolean {
  let time = 0
  let letters = 0
  for (const row of rows) {
    const { start, end, duration } = row
    const hasFraction = [start, end, duration].some(
      (cell) => Number.isFinite(cell.time) && !cell.isSeconds && !cell.isWhole,
    )
    if (hasFraction) return false
    if (start.isSeconds || start.time === null) continue
    const length = duration.time ?? (end.time === null ? 0 : end.time - start.time)
    if (!(length > 0)) continue
    time += length
    letters += row.letters
  }
  return letters > 0 && time / letters > slowest
}

/** The most common frame rate that is higher than all frame numbers in the file. */
export function frameRateOf(rows: readonly RowTimes[]): { rate: number; problems: Problem[] } {
  let most = 0
  for (const { start, end } of rows) most = Math.max(most, start.frames, end.frames)
  return assumeFrameRate(most)
}
