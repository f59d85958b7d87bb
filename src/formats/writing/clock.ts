/** A format's notation of times: `00:01:02.345`, `0:01:02.345`, `01:02.34`. */
interface Spelling {
  /** Digits of the first unit. */
  readonly digits: 1 | 2
  readonly hours: 'always' | 'never'
  readonly point: '.' | ','
  /** Digits of the fraction. */
  readonly fraction: 0 | 2 | 3
}

/** Formats seconds as a clock time, rounded to the last digit of the fraction. */
export function formatClock(seconds: number, { digits, hours, point, fraction }: Spelling): string {
  const unit = 10 ** fraction
  const ticks = Math.round(seconds * unit)
  const whole = Math.floor(ticks / unit)
  const minutes = Math.floor(whole / 60)
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  const clock =
    hours === 'always'
      ? `${pad(Math.floor(minutes / 60), digits)}:${pad(minutes % 60, 2)}`
      : pad(minutes, digits)
  const rest = fraction === 0 ? '' : `${point}${pad(ticks % unit, fraction)}`
  return `${clock}:${pad(whole % 60, 2)}${rest}`
}
