import type { Currency } from '../language-rules.ts'

/** From "euro euros cent cents" for each currency, its sign and codes before the colon. */
export function currencies(...rows: readonly string[]): Record<string, Currency> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [signs, names] = row.split(': ')
      const [one = '', more = one, cent = '', cents = cent] = names!.split(', ')
      return signs!.split(' ').map((sign) => [sign, { one, more, cent, cents }] as const)
    }),
  )
}

/** From "km: kilometer, kilometers". */
export function units(...rows: readonly string[]): Record<string, readonly [string, string]> {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [signs, names] = row.split(': ')
      const [one = '', more = one] = names!.split(', ')
      return signs!.split(' ').map((sign) => [sign, [one, more] as const] as const)
    }),
  )
}
