import type { Currency, Verbaliser, LanguageRules } from './language-rules.ts'
import { type Numeral, parseNumeral, numeralToWords } from './numerals.ts'
import { ownEntry } from './own-entry.ts'

const sum =
  /^(-?)((?:US|AU|CA|NZ|HK|[ACRS])?\p{Sc}|[A-Z]{3}(?=\d))?([\d., ']*\d)([A-Za-z]{1,2})?(\p{Sc})?$/u

/** $3.50, €20, $2 million, £5m, 3,50 €, R$ 10: the currency comes after the number, and after million. */
export const verbaliseMoney: Verbaliser = ({ tokens, at, language }) => {
  const { text } = tokens[at]!
  const [next = '', afterNext = ''] = [tokens[at + 1]?.text, tokens[at + 2]?.text]
  const sum = parseSum(text, language)
  if (sum?.currency) {
    const scale = next.length > 2 ? ownEntry(language.scales, next.toLowerCase()) : undefined
    if (sum.scale !== null || scale === undefined)
      return [sumToWords(sum, sum.currency, language).join(' ')]
    return [amountToWords(sum, language), scaledCurrency(scale, sum.currency, language)]
  }
  const after = currencyOf(next, language)
  if (sum && after) {
    const [figures = '', ...rest] = sumToWords(sum, after, language)
    return [figures, rest.join(' ')]
  }
  const before = currencyOf(text, language)
  const apart = before && parseSum(next, language)
  if (!before || !apart || apart.currency) return null
  const scale = ownEntry(language.scales, afterNext.toLowerCase())
  if (scale !== undefined && afterNext.length > 2) {
    return [amountToWords(apart, language), '', scaledCurrency(scale, before, language)]
  }
  const [figures = '', ...rest] = sumToWords(apart, before, language)
  return [figures, rest.join(' ')]
}

interface Sum {
  readonly isNegative: boolean
  readonly numeral: Numeral
  /** "million", if it is part of the token: £5m. */
  readonly scale: string | null
  readonly currency: Currency | null
}

function parseSum(text: string, language: LanguageRules): Sum | null {
  const found = sum.exec(text)
  const numeral = found && parseNumeral(found[3]!, language)
  if (!numeral) return null
  const sign = found[2] ?? found[5]
  const currency = sign === undefined ? null : currencyOf(sign, language)
  const scale = found[4] === undefined ? null : ownEntry(language.scales, found[4].toLowerCase())
  if (scale === undefined || (sign !== undefined && !currency)) return null
  return { isNegative: found[1] !== '', numeral, scale, currency }
}

const currencyOf = (sign: string, { currencies }: LanguageRules): Currency | null =>
  ownEntry(currencies, sign) ??
  ownEntry(currencies, sign.replace(/^[A-Z]+(?=\p{Sc}$)/u, '')) ??
  null

const amountToWords = ({ isNegative, numeral }: Sum, language: LanguageRules) =>
  `${isNegative ? language.minus : ''} ${numeralToWords(numeral, language)}`

const scaledCurrency = (scale: string, { more }: Currency, { ofMoney }: LanguageRules) =>
  `${scale} ${ofMoney} ${more}`

/** The number, then the words that follow it. */
function sumToWords(sum: Sum, currency: Currency, language: LanguageRules): string[] {
  const { whole, decimals } = sum.numeral
  const figures = amountToWords(sum, language)
  if (sum.scale !== null) return [figures, scaledCurrency(sum.scale, currency, language)]
  const unit = decimals === null && Number(whole) === 1 ? currency.one : currency.more
  if (decimals?.length !== 2) return [figures, unit]
  const cents = Number(decimals)
  const sayCents = [language.cardinal(cents), cents === 1 ? currency.cent : currency.cents]
  if (Number(whole) === 0) return sayCents
  const units = [
    amountToWords({ ...sum, numeral: { ...sum.numeral, decimals: null } }, language),
    Number(whole) === 1 ? currency.one : currency.more,
  ]
  return cents === 0 ? units : [...units, language.andCents, ...sayCents]
}
