import { sayAcronym } from './acronyms.ts'
import { sayFigures } from './numbers.ts'
import type { Place, Reading } from './language.ts'
import { readMoney } from './money.ts'
import { own } from './own-entry.ts'

/** What no other reading knows: the word itself, or the parts that hyphens, strokes and figures divide it into. */
export const readPlainly: Reading = (place) => {
  const { text } = place.words[place.at]!
  if (/^\p{L}+$/u.test(text)) return [say(text, place)]
  return [(text.match(parts) ?? []).map((part) => sayPart(part, place)).join(' ')]
}

/** Words with their marks and apostrophes, runs of figures with what belongs to them, single signs. */
const parts =
  /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?|'[\p{L}\p{M}]+|\p{Sc}?\p{Nd}+(?:[.,:]\p{Nd}+)*(?:'?\p{Ll}{1,4}(?![\p{L}\p{M}]))?|[^\p{L}\p{M}\p{N}]/gu

function sayPart(part: string, place: Place): string {
  const { language } = place
  if (/^\p{Sc}\p{Nd}/u.test(part)) {
    const money = readMoney({ ...place, words: [{ ...place.words[place.at]!, text: part }], at: 0 })
    return money?.join(' ') ?? sayFigurePart(part.slice(1), place)
  }
  if (/^\p{Nd}/u.test(part)) return sayFigurePart(part, place)
  if (/^['\p{L}\p{M}]/u.test(part)) return sayAcronym(part, place) ?? say(part, place)
  return own(language.signs, part) ?? ''
}

/** 3D, 10am, F16: what follows the figures without being an ordinal's ending is said after them. */
function sayFigurePart(part: string, place: Place): string {
  const said = sayFigures(part, place)
  if (said !== null) return said
  const [figures, rest] = [/^[\p{Nd}.,:]+/u.exec(part)![0], part.replace(/^[\p{Nd}.,:]+/u, '')]
  const number = sayFigures(figures, place) ?? ''
  const unit = own(place.language.units, rest)?.[1]
  return `${number} ${unit ?? sayAcronym(rest.toUpperCase(), place) ?? rest}`
}

function say(word: string, { language }: Place): string {
  return language.divide(word.toLowerCase()).join(' ')
}
