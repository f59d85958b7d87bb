export interface SpruceLine {
  /** Hours, minutes, seconds and frames of the beginning and of the end; `.500` counts milliseconds. */
  readonly from: string
  readonly to: string
  readonly text: string
}

const time = String.raw`\d{1,2}:\d{2}:\d{2}[:;.]\d{1,3}`
const pattern = new RegExp(String.raw`^\s{0,9}(${time})\s*,\s*(${time})\s*,\s?(.*)$`)

/** Parses `00:00:01:00 , 00:00:02:03 , text`; `null` for any other line. */
export function parseSpruceLine(line: string): SpruceLine | null {
  const found = pattern.exec(line)
  return found === null ? null : { from: found[1]!, to: found[2]!, text: found[3]! }
}
