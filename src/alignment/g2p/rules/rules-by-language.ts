import { arabicG2p } from './ar.ts'
import { germanG2p } from './de.ts'
import { englishG2p } from './en.ts'
import { spanishG2p } from './es.ts'
import { frenchG2p } from './fr.ts'
import { italianG2p } from './it.ts'
import type { LetterToSoundRules } from './letter-to-sound.ts'
import { dutchG2p } from './nl.ts'
import { portugueseG2p } from './pt.ts'
import { russianG2p } from './ru.ts'
import type { G2pLanguage } from '../../languages.ts'

export const rulesByLanguage: Readonly<Record<G2pLanguage, LetterToSoundRules>> = {
  ar: arabicG2p,
  de: germanG2p,
  en: englishG2p,
  es: spanishG2p,
  fr: frenchG2p,
  it: italianG2p,
  nl: dutchG2p,
  pt: portugueseG2p,
  ru: russianG2p,
}
