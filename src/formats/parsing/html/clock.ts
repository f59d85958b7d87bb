/** Seconds of `0:53`, `1:02:03` or `00:01.5`; `null` if the text is not a time. */
export function parseClock(text: string): number | null {
  const found = /^(?:(\d{1,9}):)?(\d{1,9}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text.trim())
  if (found === null) return null
  return Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3])
}
