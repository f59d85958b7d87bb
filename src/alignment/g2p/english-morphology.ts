import type { PronunciationDictionary } from './pronunciation-dictionary.ts'
import type { Pronunciation } from './phones.ts'

/** Longer than any compound of two dictionary words. */
const mostLetters = 40
/** Shorter parts occur in any word. */
const leastOfPart = 3

const voiceless = new Set(['P', 'T', 'K', 'F', 'TH'])
const hissing = new Set(['S', 'SH', 'CH'])
const buzzing = new Set(['Z', 'ZH', 'JH'])

interface Ending {
  readonly letters: RegExp
  /** Letters that the base may have lost before the ending, tried in this order. */
  readonly restored: readonly string[]
  /** `last`: the base's last phone. */
  readonly phones: (last: string) => Pronunciation
}

function plural(last: string): Pronunciation {
  if (hissing.has(last) || buzzing.has(last)) return ['IH', 'Z']
  return voiceless.has(last) ? ['S'] : ['Z']
}

function past(last: string): Pronunciation {
  if (last === 'T' || last === 'D') return ['IH', 'D']
  return voiceless.has(last) || hissing.has(last) ? ['T'] : ['D']
}

/** In the order of matching: a longer ending before its own suffix. */
const endings: readonly Ending[] = [
  { letters: /'s$/, restored: [''], phones: plural },
  { letters: /'$/, restored: [''], phones: () => [] },
  { letters: /ies$/, restored: ['y'], phones: plural },
  { letters: /ied$/, restored: ['y'], phones: past },
  { letters: /es$/, restored: ['e', ''], phones: plural },
  { letters: /s$/, restored: [''], phones: plural },
  { letters: /ed$/, restored: ['e', ''], phones: past },
  { letters: /in'$/, restored: ['', 'e'], phones: () => ['IH', 'N'] },
  { letters: /ing$/, restored: ['', 'e'], phones: () => ['IH', 'NG'] },
  { letters: /ier$/, restored: ['y'], phones: () => ['ER'] },
  { letters: /er$/, restored: ['', 'e'], phones: () => ['ER'] },
  { letters: /est$/, restored: ['', 'e'], phones: () => ['AH', 'S', 'T'] },
  { letters: /ly$/, restored: [''], phones: () => ['L', 'IY'] },
  { letters: /ness$/, restored: [''], phones: () => ['N', 'AH', 'S'] },
  { letters: /less$/, restored: [''], phones: () => ['L', 'AH', 'S'] },
  { letters: /ful$/, restored: [''], phones: () => ['F', 'AH', 'L'] },
]

const prefixes: readonly { letters: string; phones: Pronunciation }[] = [
  { letters: 'un', phones: ['AH', 'N'] },
  { letters: 're', phones: ['R', 'IY'] },
  { letters: 'non', phones: ['N', 'AA', 'N'] },
  { letters: 'pre', phones: ['P', 'R', 'IY'] },
  { letters: 'mis', phones: ['M', 'IH', 'S'] },
  { letters: 'anti', phones: ['AE', 'N', 'T', 'IY'] },
]

/** Pronunciations of an English word derived from dictionary words: `podcasts`, `unfollowed`, `paywall's`; none if no rule applies. */
export function lookUpDerived(
  word: string,
  dictionary: PronunciationDictionary,
): readonly Pronunciation[] {
  if (word.length > mostLetters) return []
  const inDictionary = (base: string) => dictionary.lookUp(base)
  const whole = lookUpEnding(word, inDictionary)
  if (whole.length > 0) return whole
  for (const { letters, phones } of prefixes) {
    const rest = word.slice(letters.length)
    if (!word.startsWith(letters) || rest.length < leastOfPart) continue
    const known = dictionary.lookUp(rest)
    const found = known.length > 0 ? known : lookUpEnding(rest, inDictionary)
    if (found.length > 0) return found.map((base) => [...phones, ...base])
  }
  const compound = lookUpCompound(word, dictionary)
  if (compound.length > 0) return compound
  return lookUpEnding(word, (base) => lookUpCompound(base, dictionary))
}

function lookUpEnding(
  word: string,
  lookUp: (base: string) => readonly Pronunciation[],
): readonly Pronunciation[] {
  for (const { letters, restored, phones } of endings) {
    const stem = word.replace(letters, '')
    if (stem === word || stem.length < leastOfPart) continue
    const bases = [...restored.map((letter) => stem + letter), undoubled(stem)]
    for (const base of bases) {
      const found = lookUp(base)
      if (found.length > 0) return found.map((base) => [...base, ...phones(base.at(-1)!)])
    }
  }
  return []
}

/** `stopp` of "stopped" is `stop`. */
const undoubled = (stem: string) => stem.replace(/([bdfgklmnprtvz])\1$/, '$1')

/** A compound of two words, the first as long as possible. */
function lookUpCompound(
  word: string,
  dictionary: PronunciationDictionary,
): readonly Pronunciation[] {
  for (let cut = word.length - leastOfPart; cut >= leastOfPart; cut--) {
    const [second] = dictionary.lookUp(word.slice(cut))
    if (second === undefined) continue
    const firsts = dictionary.lookUp(word.slice(0, cut))
    if (firsts.length > 0) return firsts.map((first) => [...first, ...second])
  }
  return []
}
