import type { SpeechModel, Pronunciation } from './phones.ts'
import type { LetterToSoundRules } from './rules/letter-to-sound.ts'
import { transliterate } from './transliteration.ts'

/** A run of letters that are read by the language's own rules, by Latin ones, or by none. */
interface Run {
  readonly kind: 'own' | 'latin' | 'unknown'
  readonly text: string
}

/** `foreign`: rules for Latin letters in a language written in another script. */
export interface G2pRuleSets {
  readonly model: SpeechModel
  readonly rules: LetterToSoundRules
  readonly foreign: LetterToSoundRules
}

const longestSpelled = 6

const schwaOf: Readonly<Record<SpeechModel, string>> = { 'en-us': 'AH', 'fr-fr': 'ee' }

/**
 * Letter-to-sound conversion: the pronunciations of a word, the likeliest first, in time linear in its length. Letters of
 * an unsupported script become a schwa each if they are syllables (Chinese, Japanese, Korean), else one for every two:
 * wrong phones of about the right duration.
 */
export function lettersToPhones(word: string, reader: G2pRuleSets): readonly Pronunciation[] {
  const { rules, foreign, model } = reader
  const runs = inRuns(word, rules.letters)
  const ways = Math.max(rules.variants.length, foreign.variants.length)
  return Array.from({ length: ways }, (_, way) =>
    runs.flatMap(({ kind, text }) => {
      if (kind === 'unknown') return schwas(text, schwaOf[model])
      const { variants } = kind === 'own' ? rules : foreign
      return variants[Math.min(way, variants.length - 1)]!(text)
    }),
  ).filter((phones) => phones.length > 0)
}

/** For a word whose letters are all silent, such as a lone `h`. */
export const fallbackPronunciation = (model: SpeechModel): Pronunciation => [schwaOf[model]]

/** Whether a word is spelled out: a few letters without a vowel, such as `bbc`. */
export function isSpelledOut(word: string, { rules, foreign }: G2pRuleSets): boolean {
  const letters = Array.from(word.replaceAll("'", ''))
  if (letters.length < 2 || letters.length > longestSpelled) return false
  const isLatin = letters.every((letter) => /[a-z]/.test(letter))
  const { vowels } = isLatin && !readsLatin(rules.letters) ? foreign : rules
  const isKnown = isLatin || letters.every((letter) => rules.letters.includes(letter))
  return vowels !== '' && isKnown && !letters.some((letter) => vowels.includes(letter))
}

const readsLatin = (letters: string) =>
  letters === '' || letters.normalize('NFD').charCodeAt(0) < 0x250

function inRuns(word: string, letters: string): Run[] {
  const isLatin = readsLatin(letters)
  const runs: { kind: Run['kind']; text: string[] }[] = []
  for (const character of word) {
    const latin = transliterate(character)
    const [kind, text]: [Run['kind'], string] = letters.includes(character)
      ? ['own', character]
      : latin === null
        ? ['unknown', character]
        : [isLatin ? 'own' : 'latin', latin]
    if (text === '') continue
    const open = runs.at(-1)
    if (open?.kind === kind) open.text.push(text)
    else runs.push({ kind, text: [text] })
  }
  return runs.map(({ kind, text }) => ({ kind, text: text.join('') }))
}

function schwas(text: string, phone: string): Pronunciation {
  const letters = Array.from(text)
  const syllables = letters.filter((letter) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter),
  ).length
  const count = syllables + Math.ceil((letters.length - syllables) / 2)
  return Array.from({ length: count }, () => phone)
}
