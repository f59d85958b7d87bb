import type { TokenContext, Verbaliser } from '../../language-rules.ts'
import { parseNumeral, numeralToWords } from '../../numerals.ts'
import { ownEntry } from '../../own-entry.ts'
import { splitVulgarFraction } from '../../vulgar-fractions.ts'
import { verbaliseRoman } from './roman-numerals.ts'
import { englishDecade } from './years.ts'

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i

/** July 4: the fourth; not "May 10 percent", not "March 3:30". */
const readDate: Verbaliser = ({ tokens, at, language }) => {
  const before = tokens[at - 1]
  const { text } = tokens[at]!
  if (!/^[1-9]\d?$/.test(text) || Number(text) > 31) return null
  if (!before || !months.test(before.text) || !/^\p{Lu}/u.test(before.text)) return null
  const next = tokens[at + 1]?.text.toLowerCase()
  const isCounted = next === 'percent' || next === 'million' || next === 'people'
  return isCounted ? null : [language.ordinal(Number(text))]
}

/** 1980s, '80s, 20s, mid-1990s; also with the apostrophe that some write: 1980's. */
const readDecade: Verbaliser = ({ tokens, at, language }) => {
  const found = /^(?:(early|mid|late|pre|post)-)?'?(\d0|[12]\d[\d]0)'?s$/i.exec(tokens[at]!.text)
  if (!found || Number(found[2]) < 10) return null
  return [`${found[1] ?? ''} ${englishDecade(Number(found[2]), language.cardinal)}`]
}

/** '87, of a year. */
const readShortYear: Verbaliser = ({ tokens, at, language }) => {
  const found = /^'(\d)(\d)$/.exec(tokens[at]!.text)
  if (!found) return null
  return [
    found[1] === '0'
      ? `oh ${language.cardinal(Number(found[2]))}`
      : language.cardinal(Number(found[1]! + found[2]!)),
  ]
}

/** 10:00 pm, 9:05 a.m., 10 o'clock: what follows the hour says that it is one. */
const readTimeBeforeHalfOfDay: Verbaliser = ({ tokens, at, language }) => {
  const found = /^(\d{1,2})(?::([0-5]\d))?$/.exec(tokens[at]!.text)
  const next = tokens[at + 1]?.text.toLowerCase() ?? ''
  const half = /^([ap])\.?m$/.exec(next)
  if (!found || (!half && !/^(?:o'clock|noon|hours|gmt|eastern|pacific)$/.test(next))) return null
  if (!half && found[2] === undefined) return null
  const minutes = Number(found[2] ?? 0)
  const time = language.timeOfDay({ hours: Number(found[1]), minutes, isFollowed: true })
  return half ? [time, half[1] === 'a' ? 'ay m' : 'p m'] : [time]
}

/** 3:30pm, 10am. */
const readHourWithHalfOfDay: Verbaliser = ({ tokens, at, language }) => {
  const found = /^(\d{1,2})(?::(\d\d))?([ap])\.?m$/i.exec(tokens[at]!.text)
  if (!found) return null
  const minutes = Number(found[2] ?? 0)
  const time = language.timeOfDay({ hours: Number(found[1]), minutes, isFollowed: true })
  return [`${time} ${found[3]!.toLowerCase() === 'a' ? 'ay' : 'p'} m`]
}

/** 2 1/2, 2½, ½: two and a half. */
const readMixedFraction: Verbaliser = ({ tokens, at, language }) => {
  const { text } = tokens[at]!
  const split = splitVulgarFraction(text)
  if (split) {
    const [whole, top, bottom] = split
    const fraction = language.fraction(top, bottom) ?? ''
    if (whole === '') return [fraction]
    return [`${language.cardinal(Number(whole))} and ${afterAnd(fraction)}`]
  }
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(tokens[at + 1]?.text ?? '')
  if (!found || !/^\d{1,3}$/.test(text) || Number(found[1]) >= Number(found[2])) return null
  const fraction = language.fraction(Number(found[1]), Number(found[2]))
  if (fraction === null) return null
  return [language.cardinal(Number(text)), `and ${afterAnd(fraction)}`]
}

const afterAnd = (fraction: string) => fraction.replace(/^one /, 'a ')

/** 5'10": feet and inches. */
const readHeight: Verbaliser = ({ tokens, at, language }) => {
  const found = /^(\d)'(\d{1,2})$/.exec(tokens[at]!.text)
  if (!found) return null
  return [`${language.cardinal(Number(found[1]))} foot ${language.cardinal(Number(found[2]))}`]
}

const said: Readonly<Record<string, string>> = {
  '911': 'nine one one',
  '401(k': 'four oh one k',
  '24/7': 'twenty four seven',
}

const readAsAlways: Verbaliser = ({ tokens, at }) => {
  const always = ownEntry(said, tokens[at]!.text)
  return always === undefined ? null : [always]
}

/** J. Smith, A. Milne: an initial is a letter, not the article. */
const readInitial: Verbaliser = ({ tokens, at, language, isShouted }: TokenContext) => {
  const { text, isDotted } = tokens[at]!
  const next = tokens[at + 1]?.text ?? ''
  if (text !== 'A' || !isDotted || isShouted || !/^\p{Lu}/u.test(next)) return null
  return [language.letters['a'] ?? 'a']
}

/** St. Paul, Main St.; the same for Dr. */
const readSaintOrStreet: Verbaliser = ({ tokens, at }) => {
  const { text, isDotted, endsClause } = tokens[at]!
  const [, short] = /^(St|Dr|Ste)$/.exec(text) ?? []
  if (!short || (!isDotted && short === 'Dr')) return null
  const next = tokens[at + 1]?.text ?? ''
  const isBeforeName = /^\p{Lu}/u.test(next)
  if (isBeforeName) return [short === 'Dr' ? 'doctor' : 'saint']
  const isAfterName = /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '')
  if (!isAfterName || !(isDotted || endsClause)) return null
  return [short === 'Dr' ? 'drive' : 'street']
}

/** 1987 people, 1500 dollars are years all the same; a sum of dollars in words after a long number is not. */
const readCountOfFour: Verbaliser = ({ tokens, at, language }) => {
  const numeral = /^[12]\d{3}$/.test(tokens[at]!.text)
    ? parseNumeral(tokens[at]!.text, language)
    : null
  const next = tokens[at + 1]?.text.toLowerCase() ?? ''
  if (!numeral || !/^(?:dollars|pounds|euros|miles|kilometers|feet|percent|people)$/.test(next))
    return null
  return Number(numeral.whole) % 100 === 0 ? null : [numeralToWords(numeral, language)]
}

export const englishVerbalisers: readonly Verbaliser[] = [
  readAsAlways,
  readSaintOrStreet,
  readInitial,
  verbaliseRoman,
  readDate,
  readDecade,
  readShortYear,
  readTimeBeforeHalfOfDay,
  readHourWithHalfOfDay,
  readMixedFraction,
  readHeight,
  readCountOfFour,
]
