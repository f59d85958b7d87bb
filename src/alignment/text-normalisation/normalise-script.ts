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
import { isAllCapitals } from '#transcript/conventions/sound-descriptions.ts'
import { detectConventions } from './non-speech/script-conventions.ts'
import { rangesBetween } from './non-speech/line-ranges.ts'
import { findNonSpeech } from './non-speech/non-speech-markup.ts'
import { createTokeniser } from './tokenise.ts'

/**
 * Normalises a script to its spoken words, in order of the text. The words of a number or an abbreviation share its span;
 * text that is not spoken has no word. Linear in the length of the text; never throws.
 */
export type ScriptNormaliser = (script: Script) => ScriptWord[]

/** Loads the rules of one language. `language`: BCP 47. Lines in another language keep their words, without numbers. */
export async function loadScriptNormaliser(language: string): Promise<ScriptNormaliser> {
  const base = baseOf(language)
  const own = await loadLanguageRules(language)
  const normaliseOwn = createLineNormaliser(own)
  const normaliseForeign = createLineNormaliser(unknownLanguage)
  return (script) => {
    const conventions = detectConventions(script)
    return script.lines.flatMap((line, at) => {
      const spans = rangesBetween(findNonSpeech(line, at, conventions), line.text.length)
      const isForeign = line.language !== undefined && baseOf(line.language) !== base
      const normaliseLine = isForeign ? normaliseForeign : normaliseOwn
      return normaliseLine(line, spans).map((word) => ({ line: at, ...word }))
    })
  }
}

const baseOf = (language: string) => language.toLowerCase().split(/[-_]/)[0]

/** The first verbaliser that accepts a token applies. */
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
  const tokenise = createTokeniser({ groupsBySpace: language.decimalMark === ',' })
  const all = [...language.verbalisers, ...commonVerbalisers]
  // Fast path: only these two accept lower-case letters.
  const ofLowerCase = [verbaliseAbbreviation, verbalisePlainWord]

  return function normaliseLine(
    { text }: ScriptLine,
    spans: readonly { from: number; to: number }[],
  ) {
    const tokens = spans.flatMap(({ from, to }) => tokenise(text, from, to))
    const isShouted = tokens.length > 2 && isAllCapitals(text)
    const spoken: Omit<ScriptWord, 'line'>[] = []
    for (let at = 0; at < tokens.length;) {
      const context: TokenContext = { tokens, at, language, isShouted }
      const known = /^\p{Ll}+$/u.test(tokens[at]!.text) ? ofLowerCase : all
      const said = verbalise(known, context)
      for (const phrase of said) {
        const { from, to } = tokens[at++]!
        for (const word of wordsOf(phrase)) spoken.push({ from, to, spokenForm: word })
      }
    }
    return spoken
  }
}

function verbalise(known: readonly Verbaliser[], context: TokenContext): readonly string[] {
  for (const reading of known) {
    const said = reading(context)
    if (said !== null) return said
  }
  return ['']
}

/** Lower-case words of letters and apostrophes, with at least one letter. */
function wordsOf(phrase: string): string[] {
  if (/^[a-z]+$/.test(phrase)) return [phrase]
  const words =
    phrase
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}']+/gu) ?? []
  return words.filter((word) => /\p{L}/u.test(word))
}
