const stamp =
  /^[\s>*_\-–—•|]{0,20}(?:[[(]?\d{1,2}:\d\d:\d\d(?:[.,:;]\d{1,3})?[\])]?|[[(]\d{1,3}:\d\d(?:\.\d{1,3})?[\])]|0\d:\d\d(?=\s|$))(?:\s*(?:-->|[-–—])\s*\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?)?[:,]?(?=\s|$)/

/** The offset of the text after a timestamp at the start of a line: 00:01:02, [01:02], 0:01:02.5 - 0:01:04. */
export function endOfTimestamp(text: string, from: number): number {
  return from + (stamp.exec(text.slice(from, from + 80))?.[0].length ?? 0)
}
