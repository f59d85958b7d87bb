/** How long `00:00:00.000` is. */
export const usualTimestampLength = 12

const shape = 'dd:dd:ddpddd'
const digit = 100
const separator = 112

/**
 * The seconds of `00:00:00.000` at an offset, the notation of nearly all timestamps, read digit by digit; `null` for any
 * other. `point` is the character code before the fraction.
 */
export function readUsualTimestamp(text: string, at: number, point: number): number | null {
  let digits = 0
  for (let offset = 0; offset < usualTimestampLength; offset++) {
    const sign = text.charCodeAt(at + offset)
    const expected = shape.charCodeAt(offset)
    if (expected === digit) {
      if (sign < 48 || sign > 57) return null
      digits = digits * 10 + (sign - 48)
    } else if (sign !== (expected === separator ? point : expected)) return null
  }
  const after = text.charCodeAt(at + usualTimestampLength)
  const minutes = Math.floor(digits / 100_000) % 100
  const seconds = Math.floor(digits / 1000) % 100
  if ((after >= 48 && after <= 57) || minutes > 59 || seconds > 59) return null
  const hours = Math.floor(digits / 10_000_000)
  // a single division: adding the fraction would make 4.5600000000000005 of 4.56
  return ((hours * 60 + minutes) * 60_000 + (digits % 100_000)) / 1000
}
