import type { Script, ScriptLine, SpokenWord } from '../script.ts'
import { readAbbreviation } from './abbreviations.ts'
import { readAcronym } from './acronyms.ts'
import { readAddress } from './addresses.ts'
import { readFigures } from './numbers.ts'
import type { Place, Reading, SpokenLanguage } from './language.ts'
import { loadLanguage } from './languages/load-language.ts'
import { unknownLanguage } from './languages/unknown.ts'
import { readMoney } from './money.ts'
import { readPlainly } from './plain-words.ts'
import { readMeasure } from './units.ts'
import { habitsOf, isAllCapitals } from './non-speech/script-conventions.ts'
import { stretchesBetween } from './non-speech/text-ranges.ts'
import { silencesOf } from './non-speech/non-speech-markup.ts'
import { createWordCutter } from './tokenise.ts'

/**
 * What of a script is said aloud, in order of the text. Words that a number or an abbreviation is read as share
 * its stretch; what nobody says has none. Linear in the length of the text; never throws.
 */
export type ReadAloud = (script: Script) => SpokenWord[]

/** Loads how one language says its numbers and signs. `language`: BCP 47. */
export async function loadReadAloud(language: string): Promise<ReadAloud> {
  const base = baseOf(language)
  const own = await loadLanguage(language)
  const readOwn = createLineReader(own)
  const readForeign = createLineReader(unknownLanguage)
  return (script) => {
    const habits = habitsOf(script)
    return script.lines.flatMap((line, at) => {
      const spans = stretchesBetween(silencesOf(line, at, habits), line.text.length)
      const isForeign = line.language !== undefined && baseOf(line.language) !== base
      const read = isForeign ? readForeign : readOwn
      return read(line, spans).map((word) => ({ line: at, ...word }))
    })
  }
}

const baseOf = (language: string) => language.toLowerCase().split(/[-_]/)[0]

/** The first that knows the word says it. */
const readings: readonly Reading[] = [
  readAbbreviation,
  readAddress,
  readMoney,
  readMeasure,
  readFigures,
  readAcronym,
  readPlainly,
]

function createLineReader(language: SpokenLanguage) {
  const cut = createWordCutter({ groupsBySpace: language.decimalMark === ',' })
  const all = [...language.readings, ...readings]
  // Most words are letters in lower case, of which no other reading makes anything.
  const ofLowerCase = [readAbbreviation, readPlainly]

  return function read({ text }: ScriptLine, spans: readonly { from: number; to: number }[]) {
    const words = spans.flatMap(({ from, to }) => cut(text, from, to))
    const isShouted = words.length > 2 && isAllCapitals(text)
    const spoken: Omit<SpokenWord, 'line'>[] = []
    for (let at = 0; at < words.length;) {
      const place: Place = { words, at, language, isShouted }
      const known = /^\p{Ll}+$/u.test(words[at]!.text) ? ofLowerCase : all
      const said = firstToSay(known, place)
      for (const phrase of said) {
        const { from, to } = words[at++]!
        for (const word of wordsOf(phrase)) spoken.push({ from, to, spoken: word })
      }
    }
    return spoken
  }
}

function firstToSay(known: readonly Reading[], place: Place): readonly string[] {
  for (const reading of known) {
    const said = reading(place)
    if (said !== null) return said
  }
  return ['']
}

/** Lower case words of letters and apostrophes, with at least one letter. */
function wordsOf(phrase: string): string[] {
  if (/^[a-z]+$/.test(phrase)) return [phrase]
  const words =
    phrase
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}']+/gu) ?? []
  return words.filter((word) => /\p{L}/u.test(word))
}
