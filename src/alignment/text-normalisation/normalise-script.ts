import type { Script, ScriptLine, ScriptWord } from '../script.ts'
import { verbaliseAbbreviation } from './abbreviations.ts'
import { verbaliseAcronym } from './acronyms.ts'
import { verbaliseAddress } from './addresses.ts'
import { verbaliseNumber } from './numbers.ts'
import type { TokenContext, Verbaliser, LanguageRules } from './language-rules.ts'
import { loadLanguageRules } from './languages/load-language.ts'
import { unknownLanguage } from './languages/unknown.ts'
import { verbaliseMoney } from './money.ts'
import { verbalisePlainWord } from './plain-words.ts'
import { verbaliseMeasure } from './units.ts'
import { detectConventions, isAllCapitals } from './non-speech/script-conventions.ts'
import { rangesBetween } from './non-speech/line-ranges.ts'
import { findNonSpeech } from './non-speech/non-speech-markup.ts'
import { createTokeniser } from './tokenise.ts'

/**
 * What of a script is said aloud, in order of the text. Words that a number or an abbreviation is read as share
 * its stretch; what nobody says has none. Linear in the length of the text; never throws.
 */
export type ScriptNormaliser = (script: Script) => ScriptWord[]

/** Loads how one language says its numbers and signs. `language`: BCP 47. */
export async function loadScriptNormaliser(language: string): Promise<ScriptNormaliser> {
  const base = baseOf(language)
  const own = await loadLanguageRules(language)
  const readOwn = createLineNormaliser(own)
  const readForeign = createLineNormaliser(unknownLanguage)
  return (script) => {
    const habits = detectConventions(script)
    return script.lines.flatMap((line, at) => {
      const spans = rangesBetween(findNonSpeech(line, at, habits), line.text.length)
      const isForeign = line.language !== undefined && baseOf(line.language) !== base
      const read = isForeign ? readForeign : readOwn
      return read(line, spans).map((word) => ({ line: at, ...word }))
    })
  }
}

const baseOf = (language: string) => language.toLowerCase().split(/[-_]/)[0]

/** The first that knows the word says it. */
const commonVerbalisers: readonly Verbaliser[] = [
  verbaliseAbbreviation,
  verbaliseAddress,
  verbaliseMoney,
  verbaliseMeasure,
  verbaliseNumber,
  verbaliseAcronym,
  verbalisePlainWord,
]

function createLineNormaliser(language: LanguageRules) {
  const cut = createTokeniser({ groupsBySpace: language.decimalMark === ',' })
  const all = [...language.verbalisers, ...commonVerbalisers]
  // Most words are letters in lower case, of which no other reading makes anything.
  const ofLowerCase = [verbaliseAbbreviation, verbalisePlainWord]

  return function read({ text }: ScriptLine, spans: readonly { from: number; to: number }[]) {
    const tokens = spans.flatMap(({ from, to }) => cut(text, from, to))
    const isShouted = tokens.length > 2 && isAllCapitals(text)
    const spoken: Omit<ScriptWord, 'line'>[] = []
    for (let at = 0; at < tokens.length;) {
      const place: TokenContext = { tokens, at, language, isShouted }
      const known = /^\p{Ll}+$/u.test(tokens[at]!.text) ? ofLowerCase : all
      const said = verbalise(known, place)
      for (const phrase of said) {
        const { from, to } = tokens[at++]!
        for (const word of wordsOf(phrase)) spoken.push({ from, to, spokenForm: word })
      }
    }
    return spoken
  }
}

function verbalise(known: readonly Verbaliser[], place: TokenContext): readonly string[] {
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
