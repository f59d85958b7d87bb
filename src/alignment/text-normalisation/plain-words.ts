import { pronounceAcronym } from './acronyms.ts'
import { numberToWords } from './numbers.ts'
import type { TokenContext, Verbaliser } from './language-rules.ts'
import { verbaliseMoney } from './money.ts'
import { ownEntry } from './own-entry.ts'

/** The fallback: the word itself, or the parts between its hyphens, slashes and digits. */
export const verbalisePlainWord: Verbaliser = (place) => {
  const { text } = place.tokens[place.at]!
  if (/^\p{L}+$/u.test(text)) return [splitLowerCase(text, place)]
  return [(text.match(parts) ?? []).map((part) => partToWords(part, place)).join(' ')]
}

/** Words with marks and apostrophes, numbers with their units, single signs. */
const parts =
  /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?|'[\p{L}\p{M}]+|\p{Sc}?\p{Nd}+(?:[.,:]\p{Nd}+)*(?:'?\p{Ll}{1,4}(?![\p{L}\p{M}]))?|[^\p{L}\p{M}\p{N}]/gu

function partToWords(part: string, place: TokenContext): string {
  const { language } = place
  if (/^\p{Sc}\p{Nd}/u.test(part)) {
    const money = verbaliseMoney({
      ...place,
      tokens: [{ ...place.tokens[place.at]!, text: part }],
      at: 0,
    })
    return money?.join(' ') ?? numberPartToWords(part.slice(1), place)
  }
  if (/^\p{Nd}/u.test(part)) return numberPartToWords(part, place)
  if (/^['\p{L}\p{M}]/u.test(part))
    return pronounceAcronym(part, place) ?? splitLowerCase(part, place)
  return ownEntry(language.signs, part) ?? ''
}

/** 3D, 10am: letters that are not an ordinal ending are said after the number. */
function numberPartToWords(part: string, place: TokenContext): string {
  const said = numberToWords(part, place)
  if (said !== null) return said
  const [figures, rest] = [/^[\p{Nd}.,:]+/u.exec(part)![0], part.replace(/^[\p{Nd}.,:]+/u, '')]
  const number = numberToWords(figures, place) ?? ''
  const unit = ownEntry(place.language.units, rest)?.[1]
  return `${number} ${unit ?? pronounceAcronym(rest.toUpperCase(), place) ?? rest}`
}

function splitLowerCase(word: string, { language }: TokenContext): string {
  return language.splitWord(word.toLowerCase()).join(' ')
}
