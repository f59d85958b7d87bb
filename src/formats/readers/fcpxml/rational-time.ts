/** Seconds of `1001/30000s`, `3600s` or `2.5s`; `null` if the text is no such time. */
export function parseRationalTime(text: string | undefined): number | null {
  const found = /^\s*(\d{1,15}(?:\.\d{1,9})?)(?:\/(\d{1,12}))?s\s*$/.exec(text ?? '')
  if (found === null) return null
  const seconds = Number(found[1]) / Number(found[2] ?? 1)
  return Number.isFinite(seconds) ? seconds : null
}
