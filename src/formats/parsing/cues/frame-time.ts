/** The last group of a time code such as `00:00:02:03`: frames. 0 if it has no fourth group. */
export function framesIn(code: string): number {
  return Number(/^\d+:\d+:\d+[:;.](\d+)\s*$/.exec(code.trim())?.[1] ?? 0)
}

/** Seconds of a time code whose last group counts frames; `null` if it is no time code. */
export function secondsOfFrames(code: string, rate: number): number | null {
  const found = /^(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[:;.](\d{1,3}))?$/.exec(code.trim())
  if (found === null) return null
  const whole = (Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])
  return Math.round((whole + Number(found[4] ?? 0) / rate) * 1000) / 1000
}
