/**
 * Seconds of a SMIL clock value (https://www.w3.org/TR/SMIL3/smil-timing.html#Timing-ClockValueSyntax): `1:02:03.4`,
 * `02:03`, `12.3s`, `500ms`, `2min`, `1h`, a plain number of seconds, and SMIL 1's `npt=12.3s`; `null` for anything
 * else.
 */
export function parseClockValue(written: string | undefined): number | null {
  const text = (written ?? '').trim().replace(/^npt=/, '')
  const clock = /^(?:(\d{1,9}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,12})?)$/.exec(text)
  if (clock !== null) {
    const [, hours = '0', minutes, seconds] = clock
    const [whole, fraction = ''] = seconds!.split('.')
    // parsed as one decimal number, to avoid rounding errors
    const sum = Number(hours) * 3600 + Number(minutes) * 60 + Number(whole)
    return Number(`${sum}.${fraction}`)
  }
  const count = /^(\d{1,12}(?:\.\d{1,12})?)(h|min|s|ms)?$/.exec(text)
  if (count === null) return null
  const number = Number(count[1])
  if (count[2] === 'ms') return number / 1000
  return number * (count[2] === 'h' ? 3600 : count[2] === 'min' ? 60 : 1)
}
