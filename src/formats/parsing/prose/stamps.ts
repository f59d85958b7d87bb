/** A time in a text: `0:03`, `[00:01:02.5]`, `(1:02:03)`, `[00:00.000 --> 00:04.000]`. */
export interface Stamp {
  /** Seconds. */
  readonly start: number
  /** Seconds; `null` if the text gives no range. */
  readonly end: number | null
  /** Offsets into the line, including brackets and emphasis. */
  readonly from: number
  readonly to: number
  readonly isBracketed: boolean
  /** Whether the last group counts frames; the frame rate is unknown. */
  readonly hasFrames: boolean
  readonly hasHours: boolean
}

const time = String.raw`(\d{1,3}):([0-5]?\d)(?::([0-5]?\d)(?:[:;](\d\d))?)?(?:[.,](\d{1,9}))?`
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}:.,/+-])${time}(?:\s?(?:-{1,2}>|→|[-–—]|to)\s?${time})?(?!\d|[:.,/]\d|\s?[AaPp]\.?[Mm]\b|\p{L})`,
  'gu',
)
const closing: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '<': '>',
  '{': '}',
  '（': '）',
}

/**
 * The times in a line, in order. Minutes and seconds need two digits unless there are hours or a fraction, because
 * `3:4` is a ratio. Times of day (`10:30 am`) are excluded.
 */
export function findStamps(line: string): Stamp[] {
  if (/\ds\]/.test(line)) return findSeconds(line)
  if (!/\d:\d/.test(line)) return []
  const stamps: Stamp[] = []
  for (const found of line.matchAll(pattern)) {
    const start = readTime(found.slice(1, 6))
    const end = found[6] === undefined ? null : readTime(found.slice(6, 11))
    if (start === null || (found[6] !== undefined && end === null)) continue
    stamps.push({
      start,
      end,
      hasFrames: found[4] !== undefined,
      hasHours: found[3] !== undefined,
      ...withBrackets(line, found.index, found.index + found[0].length),
    })
  }
  return stamps
}

/** `[3.2s]` and `[0.0s - 3.2s]`, as scripts around recognisers write times. */
function findSeconds(line: string): Stamp[] {
  const found = line.matchAll(
    /\[(\d{1,6}(?:\.\d{1,3})?)s(?:\s?(?:-{1,2}>|→|[-–—])\s?(\d{1,6}(?:\.\d{1,3})?)s)?\]/g,
  )
  return Array.from(found, ({ 0: written, 1: start, 2: end, index }) => ({
    start: Number(start),
    end: end === undefined ? null : Number(end),
    from: index,
    to: index + written.length,
    isBracketed: true,
    hasFrames: false,
    hasHours: false,
  }))
}

function readTime(groups: readonly (string | undefined)[]): number | null {
  const [first, second, third, , fraction] = groups
  const last = third ?? second!
  if (last.length < 2 && fraction === undefined && third === undefined) return null
  const whole = Number(first) * 60 + Number(second)
  const seconds = third === undefined ? whole : whole * 60 + Number(third)
  return fraction === undefined ? seconds : Number(`${seconds}.${fraction}`)
}

function withBrackets(line: string, from: number, to: number) {
  let left = from
  let right = to
  while (line[left - 1] === ' ') left -= 1
  while (line[right] === ' ') right += 1
  const isBracketed = left > 0 && right < line.length && closing[line[left - 1]!] === line[right]
  let outer = isBracketed ? { from: left - 1, to: right + 1 } : { from, to }
  for (const mark of ['`', '*', '_']) {
    while (line[outer.from - 1] === mark && line[outer.to] === mark) {
      outer = { from: outer.from - 1, to: outer.to + 1 }
    }
  }
  return { ...outer, isBracketed }
}
