import { languageSupport } from '../languages.ts'
import type { PronunciationDictionary } from './pronunciation-dictionary.ts'
import { lookUpDerived } from './english-morphology.ts'
import { phonesOf } from './phones.ts'
import type { Pronunciation } from './phones.ts'
import { isSpelledOut, fallbackPronunciation, lettersToPhones } from './letters-to-phones.ts'
import type { G2pRuleSets } from './letters-to-phones.ts'
import { rulesByLanguage } from './rules/rules-by-language.ts'

export interface Lexicon {
  /**
   * One to four pronunciations, the likeliest first, in phones of the language's model; none for a word without a letter.
   * Any case, curly apostrophes and hyphens are accepted.
   */
  pronounce(word: string): readonly Pronunciation[]
}

const mostWays = 4

/**
 * Pronunciations come from `own` (by lower-case word; phones that the model lacks are ignored), the model's dictionary,
 * the word's parts, or letter-to-sound rules, in this order. `dictionary`: the model's own; `null` if the model is
 * another language's. Throws for a language that has no model: check `languageSupport` first.
 */
export function createLexicon({
  language,
  dictionary,
  own = new Map(),
}: {
  readonly language: string
  readonly dictionary: PronunciationDictionary | null
  readonly own?: ReadonlyMap<string, readonly Pronunciation[]>
}): Lexicon {
  const support = languageSupport(language)
  if (support === null) throw new Error(`There is no speech model for ${language}`)
  const { model, rules, quality } = support
  const words = quality === 'own-model' ? dictionary : null
  const reader: G2pRuleSets = { model, rules: rulesByLanguage[rules], foreign: rulesByLanguage.en }
  const isSayable = (way: Pronunciation) =>
    way.length > 0 && way.every((phone) => phonesOf[model].has(phone))

  function inDictionary(word: string): readonly Pronunciation[] {
    if (words === null) return []
    const found = asWritten(word, words)
    if (found.length > 0) return found
    return rules === 'en' ? lookUpDerived(word, words) : lookUpElided(word, words)
  }

  /** Also by plain letters: cœur as coeur, in English café as cafe. */
  function asWritten(word: string, words: PronunciationDictionary): readonly Pronunciation[] {
    const found = words.lookUp(word)
    if (found.length > 0) return found
    const plain = word.replaceAll('œ', 'oe').replaceAll('æ', 'ae')
    const folded = rules === 'en' ? plain.normalize('NFD').replaceAll(/\p{M}/gu, '') : plain
    return folded === word ? [] : words.lookUp(folded)
  }

  /** l'homme, qu'il: the dictionary has `l'` and `homme`. */
  function lookUpElided(word: string, words: PronunciationDictionary): readonly Pronunciation[] {
    const cut = word.indexOf("'") + 1
    if (cut < 2 || cut === word.length) return []
    const [before] = words.lookUp(word.slice(0, cut))
    if (before === undefined) return []
    return asWritten(word.slice(cut), words).map((after) => [...before, ...after])
  }

  const read = (word: string) => lettersToPhones(word, reader)

  function g2pPronunciations(word: string): readonly Pronunciation[] {
    if (!isSpelledOut(word, reader)) return read(word)
    const letters = Array.from(word.replaceAll("'", ''))
    return [letters.flatMap((letter) => pronunciationsOf(letter)[0] ?? []), ...read(word)]
  }

  function pronunciationsOf(word: string): readonly Pronunciation[] {
    const known = inDictionary(word)
    return known.length > 0 ? known : g2pPronunciations(word)
  }

  /** Concatenates the parts of a hyphenated word: as many pronunciations as the part with the most. */
  function hyphenated(word: string): readonly Pronunciation[] {
    const parts = word
      .split('-')
      .map(pronunciationsOf)
      .filter((ways) => ways.length > 0)
    const most = Math.max(0, ...parts.map((ways) => ways.length))
    return Array.from({ length: Math.min(most, mostWays) }, (_, way) =>
      parts.flatMap((ways) => ways[Math.min(way, ways.length - 1)]!),
    )
  }

  return {
    pronounce(written) {
      const word = written.normalize('NFC').toLowerCase().replaceAll(/[’ʼ]/g, "'")
      if (!/\p{L}/u.test(word)) return []
      const said = (own.get(word) ?? []).filter(isSayable)
      const known = inDictionary(word)
      const guessed = () => (word.includes('-') ? hyphenated(word) : g2pPronunciations(word))
      const others = known.length > 0 || said.length > 0 ? known : guessed()
      const ways = distinct([...said, ...others]).slice(0, mostWays)
      return ways.length > 0 ? ways : [fallbackPronunciation(model)]
    },
  }
}

function distinct(ways: readonly Pronunciation[]): Pronunciation[] {
  const seen = new Set<string>()
  return ways.filter((way) => {
    const key = way.join(' ')
    return way.length > 0 && !seen.has(key) && seen.add(key)
  })
}
