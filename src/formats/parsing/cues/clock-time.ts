/**
 * Seconds of `1:02:03.4`, `2:03,45`, `62.5`, `-0:07`; `null` where the text is no such time. Minutes and seconds may
 * be more than 59, as in a song of 75:10.
 */
export function parseClockTime(text: string): number | null {
  const found =
    /^\s*([-−+]?)(?:(\d{1,12}):)?(?:(\d{1,12}):)?(\d{1,12})(?:[.,](\d{1,30}))?\s*$/.exec(text)
  if (found === null) return null
  const [, sign, first = '', second = '', seconds = '', fraction = ''] = found
  const [hours, minutes] = second === '' ? [0, Number(first)] : [Number(first), Number(second)]
  const whole = (hours * 60 + minutes) * 60 + Number(seconds)
  // as one decimal number, or 4.56 becomes 4.5600000000000005
  const time = Number(`${whole}.${fraction}`)
  return sign === '-' || sign === '−' ? -time : time
}
