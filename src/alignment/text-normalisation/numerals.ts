import type { SpokenLanguage } from './language.ts'

/** A number in figures, as its digits. */
export interface Numeral {
  readonly whole: string
  readonly decimals: string | null
  /** Written with marks between the thousands, which years never are. */
  readonly isGrouped: boolean
}

const forms = {
  '.': /^(\d{1,3}(?:[, ']\d{3})+|\d*)(?:\.(\d+))?$/,
  ',': /^(\d{1,3}(?:[. ']\d{3})+|\d*)(?:[,.](\d+))?$/,
}

/** Digits beyond which nobody says a number as one. */
const largest = 15

export function parseNumeral(text: string, { decimalMark }: SpokenLanguage): Numeral | null {
  const found = /\d/.test(text) ? forms[decimalMark].exec(text) : null
  if (!found) return null
  const whole = found[1]!.replace(/\D/g, '')
  return { whole, decimals: found[2] ?? null, isGrouped: whole.length !== found[1]!.length }
}

export function sayNumeral(numeral: Numeral, language: SpokenLanguage): string {
  const whole = numeral.whole === '' ? '' : sayWhole(numeral, language)
  if (numeral.decimals === null) return whole
  return `${whole} ${language.point} ${sayDecimals(numeral.decimals, language)}`
}

/** As one says a telephone number: digit by digit. */
export function sayDigits(digits: string, language: SpokenLanguage): string {
  return Array.from(digits, (digit) =>
    digit === '0' ? language.nought : language.cardinal(Number(digit)),
  ).join(' ')
}

function sayWhole({ whole, isGrouped }: Numeral, language: SpokenLanguage): string {
  if (whole.length > largest) return sayDigits(whole, language)
  if (whole.length > 1 && whole.startsWith('0')) return sayDigits(whole, language)
  // Seven digits and more without a mark are a telephone number, a file number, unless they are round.
  if (whole.length >= 7 && !isGrouped && !whole.endsWith('000')) return sayDigits(whole, language)
  return language.cardinal(Number(whole))
}

function sayDecimals(digits: string, language: SpokenLanguage): string {
  const isNumber = language.saysDecimalsAsNumber && digits.length <= 2 && !digits.startsWith('0')
  if (isNumber) return language.cardinal(Number(digits))
  return Array.from(digits, (digit) => language.cardinal(Number(digit))).join(' ')
}
