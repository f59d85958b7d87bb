import type { Problem } from '#transcript/problem.ts'
import type { TimeCell } from './time-cell.ts'

/** A row's times as its cells have them. */
export interface RowTimes {
  readonly start: TimeCell
  readonly end: TimeCell
  readonly duration: TimeCell
  /** How many characters are spoken in them. */
  readonly letters: number
}

/** Slower than this, in seconds a letter, nobody speaks; a thousand times quicker neither. */
const slowest = 2

/**
 * What whole numbers count where the header does not say it, by how long their texts would take: Whisper and
 * whisper.cpp write milliseconds, people often seconds. Numbers with a fraction are seconds.
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

/** Frames a second that these pictures must have at least; the most usual rate of those. */
export function frameRateOf(rows: readonly RowTimes[]): { rate: number; problems: Problem[] } {
  let most = 0
  for (const { start, end } of rows) most = Math.max(most, start.frames, end.frames)
  const rate = [25, 30, 50, 60].find((each) => most < each) ?? most + 1
  if (most === 0) return { rate, problems: [] }
  const message = `The last two digits of its times count frames, and it does not say how many a second has; ${rate} were assumed.`
  return { rate, problems: [{ code: 'frame-rate-assumed', severity: 'note', message }] }
}
