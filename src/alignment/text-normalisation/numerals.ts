import type { LanguageRules } from './language-rules.ts'

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

export function parseNumeral(text: string, { decimalMark }: LanguageRules): Numeral | null {
  const found = /\d/.test(text) ? forms[decimalMark].exec(text) : null
  if (!found) return null
  const whole = found[1]!.replace(/\D/g, '')
  return { whole, decimals: found[2] ?? null, isGrouped: whole.length !== found[1]!.length }
}

export function numeralToWords(numeral: Numeral, language: LanguageRules): string {
  const whole = numeral.whole === '' ? '' : wholeToWords(numeral, language)
  if (numeral.decimals === null) return whole
  return `${whole} ${language.point} ${decimalsToWords(numeral.decimals, language)}`
}

/** As one says a telephone number: digit by digit. */
export function digitsToWords(digits: string, language: LanguageRules): string {
  return Array.from(digits, (digit) =>
    digit === '0' ? language.zero : language.cardinal(Number(digit)),
  ).join(' ')
}

function wholeToWords({ whole, isGrouped }: Numeral, language: LanguageRules): string {
  if (whole.length > largest) return digitsToWords(whole, language)
  if (whole.length > 1 && whole.startsWith('0')) return digitsToWords(whole, language)
  // Seven digits and more without a mark are a telephone number, a file number, unless they are round.
  if (whole.length >= 7 && !isGrouped && !whole.endsWith('000'))
    return digitsToWords(whole, language)
  return language.cardinal(Number(whole))
}

function decimalsToWords(digits: string, language: LanguageRules): string {
  const isNumber = language.saysDecimalsAsNumber && digits.length <= 2 && !digits.startsWith('0')
  if (isNumber) return language.cardinal(Number(digits))
  return Array.from(digits, (digit) => language.cardinal(Number(digit))).join(' ')
}
