/** `1:23`, and `1:02:03` from one hour on. Whole seconds, rounded down as clocks are. */
export function formatClockTime(seconds: number): string {
  const { hours, minutes, rest } = split(seconds)
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`
    : `${minutes}:${twoDigits(rest)}`
}

/** `1 minute 23 seconds`, for a voice to say. */
export function formatSpokenTime(seconds: number): string {
  const { hours, minutes, rest } = split(seconds)
  const parts = [
    hours > 0 ? count(hours, 'hour') : '',
    minutes > 0 ? count(minutes, 'minute') : '',
    rest > 0 || (hours === 0 && minutes === 0) ? count(rest, 'second') : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** Seconds of `83.5`, `1:23`, `1:02:03.5` or a media fragment's `npt:83.5`; `null` if it is none. */
export function parseTime(written: string): number | null {
  const match = /^(?:npt:)?(?:(?:(\d{1,4}):)?(\d{1,5}):)?(\d{1,9}(?:\.\d{1,9})?)s?$/.exec(
    written.trim(),
  )
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function split(seconds: number) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  return {
    hours: Math.floor(whole / 3600),
    minutes: Math.floor(whole / 60) % 60,
    rest: whole % 60,
  }
}

const count = (value: number, unit: string) => `${value} ${unit}${value === 1 ? '' : 's'}`
