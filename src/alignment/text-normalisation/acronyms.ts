import type { Verbaliser, LanguageRules } from './language-rules.ts'
import { ownEntry } from './own-entry.ts'

/** The names of letters. */
export function pronounceLetters(letters: string, language: LanguageRules): string {
  return Array.from(letters.toLowerCase().replace(/[^\p{L}]/gu, ''), (letter) => {
    return ownEntry(language.letters, letter) ?? letter
  }).join(' ')
}

const dotted = /^(?:\p{L}\.)+\p{L}?(?:'s)?$/u
const capitals = /^(\p{Lu}{2,6})('?s)?$/u

/** Spells out U.S., FBI, CDs; `null` for NASA, and for words in capitals for emphasis, which are said as words. */
export function pronounceAcronym(
  text: string,
  { language, isShouted }: { language: LanguageRules; isShouted: boolean },
): string | null {
  if (/^\p{Lu}&\p{Lu}$|^AT&T$/u.test(text)) {
    return text
      .split('&')
      .map((part) => pronounceLetters(part, language))
      .join(` ${language.signs['&']} `)
  }
  if (dotted.test(text) && text.length > 1)
    return withPlural(text.replace(/'s$/, ''), text.endsWith("'s") ? "'s" : '', language)
  const found = capitals.exec(text)
  if (!found || !isSpelt(found[1]!, language, isShouted)) return null
  return withPlural(found[1]!, found[2] ?? '', language)
}

export const verbaliseAcronym: Verbaliser = (place) => {
  const said = pronounceAcronym(place.tokens[place.at]!.text, place)
  return said === null ? null : [said]
}

const withPlural = (letters: string, ending: string, language: LanguageRules) =>
  pronounceLetters(letters, language) + (ending === '' ? '' : "'s")

function isSpelt(letters: string, language: LanguageRules, isShouted: boolean): boolean {
  const { acronyms } = language
  if (acronyms.letters.has(letters)) return !isShouted
  if (acronyms.words.has(letters)) return false
  if (!/^\p{Script=Latin}+$/u.test(letters))
    return letters.length <= 3 && !isShouted && isCyrillicSpelt(letters)
  if (!/[AEIOUYÀ-Ý]/u.test(letters)) return !/^(?:H?M+|S?HH+|PSST|BRR+)$/.test(letters)
  if (isShouted) return false
  return letters.length <= 3 || !isPronounceable(letters)
}

const isCyrillicSpelt = (letters: string) =>
  /^\p{Script=Cyrillic}+$/u.test(letters) && !/[АЕЁИОУЫЭЮЯ]/u.test(letters)

/** By the consonant clusters at the edges of words in the languages of western Europe. */
const isPronounceable = (letters: string) =>
  /^(?:[BCDFGHJKLMNPQRSTVWXYZ]|[BCDFGKPST][LRH]|[BCFGPS]L|S[CKMNPQTW]|S[CPT]R|QU|[CPTWK]H|[TDS]W|KN|WR)?[AEIOUY]/.test(
    letters,
  ) &&
  !/[BCDFGHJKLMNPQRSTVWXZ]{4}|[AEIOU]{4}/.test(letters) &&
  !/(?:[BCDFGHJKLMNPQRSTVWXZ][BGHJLMNRVW]|[^AEIOUYLNRSCFPXK]C|[HJQV])$/.test(
    letters.replace(/(?:LL|SH|CH|TH|GH|PH|RM|RN|RL|LM|WN|WL|MB|NG|RB|RG|LB)$/, 'T'),
  )
