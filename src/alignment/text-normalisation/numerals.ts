import type { LanguageRules } from './language-rules.ts'

/** A number as digits. */
export interface Numeral {
  readonly whole: string
  readonly decimals: string | null
  /** Has thousands separators, which years never have. */
  readonly isGrouped: boolean
}

const forms = {
  '.': /^(\d{1,3}(?:[, ']\d{3})+|\d*)(?:\.(\d+))?$/,
  ',': /^(\d{1,3}(?:[. ']\d{3})+|\d*)(?:[,.](\d+))?$/,
}

/** Longer numbers are said digit by digit. */
const maxDigits = 15

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

/** Digit by digit, as in a telephone number. */
export function digitsToWords(digits: string, language: LanguageRules): string {
  return Array.from(digits, (digit) =>
    digit === '0' ? language.zero : language.cardinal(Number(digit)),
  ).join(' ')
}

function wholeToWords({ whole, isGrouped }: Numeral, language: LanguageRules): string {
  if (whole.length > maxDigits) return digitsToWords(whole, language)
  if (whole.length > 1 && whole.startsWith('0')) return digitsToWords(whole, language)
  // Seven or more digits without separators are a telephone or file number, unless round.
  if (whole.length >= 7 && !isGrouped && !whole.endsWith('000'))
    return digitsToWords(whole, language)
  return language.cardinal(Number(whole))
}

function decimalsToWords(digits: string, language: LanguageRules): string {
  const isNumber = language.saysDecimalsAsNumber && digits.length <= 2 && !digits.startsWith('0')
  if (isNumber) return language.cardinal(Number(digits))
  return Array.from(digits, (digit) => language.cardinal(Number(digit))).join(' ')
}
