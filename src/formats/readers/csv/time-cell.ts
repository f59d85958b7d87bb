import { parseClockTime } from '../../parsing/cues/clock-time.ts'

export interface TimeCell {
  /** In the unit of the cell, else of the table; `null` if the cell is empty, NaN if it is not a time. */
  readonly time: number | null
  /** The cell is surely in seconds: a clock time, or `1.5s`. */
  readonly isSeconds: boolean
  /** A number without a fraction; `2.000` has one. */
  readonly isWhole: boolean
  /** The last group of `00:00:01:12`: video frames. */
  readonly frames: number
}

/**
 * Parses a time: `62.5`, `62,5`, `1:02.5`, `00:01:02:12`, `62.5s`, `62500 ms`, also with the apostrophe that this app's
 * CSV export adds.
 */
export function parseTimeCell(cell: string): TimeCell {
  const written = cell.slice(0, 60).trim().replace(/^'/, '')
  if (written === '') return { time: null, isSeconds: false, isWhole: false, frames: 0 }
  const counted = /^(\d{1,9}:\d{1,2}:\d{1,2})[:;](\d{1,3})$/.exec(written)
  if (counted !== null) {
    const time = parseClockTime(counted[1]!)
    return { time, isSeconds: true, isWhole: false, frames: Number(counted[2]) }
  }
  const [, amount = '', unit] = /^(.*?)\s?(ms|s|sec)?$/is.exec(written)!
  const time = parseClockTime(amount) ?? Number.NaN
  if (unit?.toLowerCase() === 'ms') {
    return { time: time / 1000, isSeconds: true, isWhole: false, frames: 0 }
  }
  const isSeconds = unit !== undefined || amount.includes(':')
  return { time, isSeconds, isWhole: !/[.,]/.test(amount), frames: 0 }
}
