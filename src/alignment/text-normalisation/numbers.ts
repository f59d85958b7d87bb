import type { TokenContext, Verbaliser, LanguageRules } from './language-rules.ts'
import { parseNumeral, digitsToWords, numeralToWords } from './numerals.ts'
import { rangeToWords } from './ranges.ts'

/** Number verbalisation. Accepts tokens that contain digits: 1987, 3.5, 12 %, 2nd, 3:30, 1/2, 1914–18. */
export function numberToWords(
  text: string,
  { language }: Pick<TokenContext, 'language'>,
): string | null {
  if (!/\d/.test(text)) return null
  for (const say of kinds) {
    const said = say(text, language)
    if (said !== null) return said
  }
  return null
}

type NumberToWords = (text: string, language: LanguageRules) => string | null

const kinds: readonly NumberToWords[] = [
  yearToWords,
  plainNumberToWords,
  signedToWords,
  percentageToWords,
  ordinalToWords,
  clockToWords,
  fractionToWords,
  telephoneNumberToWords,
  (text, language) => rangeToWords(text, language, (end) => numberToWords(end, { language })),
  versionToWords,
]

function yearToWords(text: string, language: LanguageRules) {
  return /^(?:1\d|20)\d\d$/.test(text) ? language.year(Number(text)) : null
}

function plainNumberToWords(text: string, language: LanguageRules) {
  const numeral = parseNumeral(text, language)
  return numeral && numeralToWords(numeral, language)
}

function signedToWords(text: string, language: LanguageRules) {
  const sign = text[0]!
  const word =
    sign === '-' ? language.minus : sign === '+' ? language.plus : language.beforeNumber[sign]
  if (word === undefined) return null
  const rest = numberToWords(text.slice(1), { language })
  return rest && `${word} ${rest}`
}

function percentageToWords(text: string, language: LanguageRules) {
  const sign = text.at(-1)!
  const word = sign === '%' ? language.percent : sign === '°' ? language.units['°']?.[1] : undefined
  if (word === undefined) return null
  const numeral = parseNumeral(text.slice(0, -1), language)
  if (numeral) return `${numeralToWords(numeral, language)} ${word}`
  const rest = numberToWords(text.slice(0, -1), { language })
  return rest && `${rest} ${word}`
}

function ordinalToWords(text: string, language: LanguageRules) {
  const found = /^(\d{1,3}(?:[.,]\d{3})+|\d{1,9})-?(\D{1,5})$/u.exec(text)
  if (!found || !language.ordinalEnding?.test(found[2]!.toLowerCase())) return null
  const number = Number(found[1]!.replace(/\D/g, ''))
  return number === 0 ? null : language.ordinal(number)
}

/** 3:30, 14:05, and with seconds 1:02:03. */
function clockToWords(text: string, language: LanguageRules) {
  const found = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text)
  if (!found) return null
  const [hours, minutes] = [Number(found[1]), Number(found[2])]
  if (found[3] !== undefined) {
    return [hours, minutes, Number(found[3])].map((part) => language.cardinal(part)).join(' ')
  }
  if (hours > 24 || minutes > 59) {
    return `${language.cardinal(hours)} ${language.cardinal(minutes)}`
  }
  return language.timeOfDay({ hours, minutes, isFollowed: false })
}

/** 1/2, 3/4 as fractions; other pairs and dates as their numbers: 9/11, 24/7, 12/25/2020. */
function fractionToWords(text: string, language: LanguageRules) {
  if (!/^\d{1,4}(?:\/\d{1,4}){1,2}$/.test(text)) return null
  const parts = text.split('/')
  const [top, bottom] = parts.map(Number)
  const isFraction = parts.length === 2 && top! < bottom!
  const short = isFraction ? language.fraction(top!, bottom!) : null
  return short ?? parts.map((part) => numberToWords(part, { language })).join(' ')
}

/** 555-1234, 800-555-1212, 9-1-1, 06-12-34-56-78. */
function telephoneNumberToWords(text: string, language: LanguageRules) {
  const isOne =
    /^(?:\d{1,3}[-.])?(?:\d{3}[-.])?\d{3}[-.]\d{4}$/.test(text) ||
    /^\d(?:-\d){2,}$/.test(text) ||
    /^\d{2}([-.]\d{2}){3,5}$/.test(text)
  return isOne ? digitsToWords(text.replace(/\D/g, ''), language) : null
}

/** 1.2.3; dates of that form are verbalised the same way. */
function versionToWords(text: string, language: LanguageRules) {
  if (!/^\d{1,4}(?:\.\d{1,4}){2,}$/.test(text)) return null
  const parts = text.split('.').map((part) => numberToWords(part, { language }))
  return parts.join(language.decimalMark === '.' ? ` ${language.point} ` : ' ')
}

export const verbaliseNumber: Verbaliser = (place) => {
  const said = numberToWords(place.tokens[place.at]!.text, place)
  return said === null ? null : [said]
}
