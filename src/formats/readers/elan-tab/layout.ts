import { parseClockTime } from '../../parsing/cues/clock-time.ts'

/** Where the columns of ELAN's tab-delimited export stand. */
export interface ElanLayout {
  /** `null` if there is no column of participants. */
  readonly participant: number | null
  readonly start: number
  readonly end: number
  readonly text: number
  /** Begin, end and duration are written in so many formats, one column each. */
  readonly formats: number
}

/** Seconds of `00:00:01.230`, `1.23`, or `1230` (milliseconds); `null` for anything else. */
export function elanTime(cell: string | undefined): number | null {
  const written = cell?.trim() ?? ''
  if (!/^\d{1,9}(?::\d{2}:\d{2})?(?:[.,]\d{1,3})?$/.test(written)) return null
  const time = parseClockTime(written)
  return time === null || /[:.,]/.test(written) ? time : time / 1000
}

/**
 * Finds the layout of rows without a header: tier, participant, begin, end, perhaps duration, text; `null` if the rows
 * differ or hold no two times.
 */
export function findElanLayout(text: string): ElanLayout | null {
  const rows = text
    .split('\n', 41)
    .slice(0, 40)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'))
  if (rows.length === 0) return null
  const [first] = rows
  const begin = first!.findIndex((cell) => elanTime(cell) !== null)
  let after = begin
  while (elanTime(first![after]) !== null) after += 1
  const count = after - begin
  // a tier, perhaps a participant, and times before the text
  if (begin < 1 || begin > 2 || count < 2 || first!.length !== after + 1) return null
  const isClock = first!.slice(begin, after).some((cell) => /\d:\d\d:\d\d[.,]\d{3}/.test(cell))
  const isWhole = rows
    .slice(0, -1)
    .every(
      (cells) =>
        cells.length >= after &&
        cells.slice(begin, after).every((cell) => elanTime(cell) !== null) &&
        cells[0]!.trim() !== '' &&
        elanTime(cells[0]) === null,
    )
  const formats = formatsOf(first!.slice(begin, after).map((cell) => elanTime(cell)!))
  if (!isWhole || formats === null || (!isClock && begin < 2)) return null
  return {
    participant: begin === 2 ? 1 : null,
    start: begin,
    end: begin + formats,
    text: after,
    formats,
  }
}

/** How many columns repeat one time, judging by the first row: begin, end, and perhaps the duration. */
function formatsOf(times: readonly number[]): number | null {
  for (const formats of [3, 2, 1]) {
    if (times.length !== formats * 2 && times.length !== formats * 3) continue
    const groups = times.map((time, at) => Math.abs(time - times[at - (at % formats)]!) < 0.0015)
    if (groups.every(Boolean) && times[formats]! >= times[0]!) return formats
  }
  return null
}
