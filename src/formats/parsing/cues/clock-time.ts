/**
 * Seconds of `1:02:03.4`, `2:03,45`, `62.5` or `-0:07`; `null` if the text is not a time. Minutes and seconds may
 * exceed 59, as in a song of 75:10.
 */
export function parseClockTime(text: string): number | null {
  const found =
    /^\s*([-−+]?)(?:(\d{1,12}):)?(?:(\d{1,12}):)?(\d{1,12})(?:[.,](\d{1,30}))?\s*$/.exec(text)
  if (found === null) return null
  const [, sign, first = '', second = '', seconds = '', fraction = ''] = found
  const [hours, minutes] = second === '' ? [0, Number(first)] : [Number(first), Number(second)]
  const whole = (hours * 60 + minutes) * 60 + Number(seconds)
  // parsed as one decimal number: adding the fraction would make 4.5600000000000005 of 4.56
  const time = Number(`${whole}.${fraction}`)
  return sign === '-' || sign === '−' ? -time : time
}
