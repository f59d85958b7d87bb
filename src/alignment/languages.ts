import { acousticFiles } from './model-files.ts'
import type { SpeechModel } from './g2p/phones.ts'

/** Languages with G2P rules, by BCP 47 tag. */
export type G2pLanguage = 'ar' | 'de' | 'en' | 'es' | 'fr' | 'it' | 'nl' | 'pt' | 'ru'

/** The acoustic model and G2P rules that serve a language. */
export interface LanguageSupport {
  readonly model: SpeechModel
  readonly rules: G2pLanguage
  /**
   * `letter-rules`: letter-to-sound rules map the language onto the phones of another language's model; times are coarser.
   * `untried-rules`: the same, but never tested on human voices.
   */
  readonly quality: 'own-model' | 'letter-rules' | 'untried-rules'
  /** English name of the language. */
  readonly name: string
}

const ownModel = 'own-model'
const letterRules = 'letter-rules'
const untriedRules = 'untried-rules'

const supportByLanguage: Readonly<Record<G2pLanguage, LanguageSupport>> = {
  en: { model: 'en-us', rules: 'en', quality: ownModel, name: 'English' },
  fr: { model: 'fr-fr', rules: 'fr', quality: ownModel, name: 'French' },
  es: { model: 'en-us', rules: 'es', quality: letterRules, name: 'Spanish' },
  it: { model: 'en-us', rules: 'it', quality: letterRules, name: 'Italian' },
  de: { model: 'en-us', rules: 'de', quality: untriedRules, name: 'German' },
  pt: { model: 'en-us', rules: 'pt', quality: untriedRules, name: 'Portuguese' },
  nl: { model: 'en-us', rules: 'nl', quality: untriedRules, name: 'Dutch' },
  ru: { model: 'en-us', rules: 'ru', quality: letterRules, name: 'Russian' },
  ar: { model: 'en-us', rules: 'ar', quality: untriedRules, name: 'Arabic' },
}

/** Writing systems other than Latin. A text in another one (`ru-Latn`) is not supported. */
const scripts: Readonly<Partial<Record<G2pLanguage, string>>> = { ar: 'Arab', ru: 'Cyrl' }

/**
 * Looks up a BCP 47 tag, whatever its region: `en-GB`, `pt-BR`. `null` for a language without support, whose times
 * can only be estimated, and for an invalid tag.
 */
export function languageSupport(tag: string): LanguageSupport | null {
  const locale = readTag(tag)
  if (locale === null || !Object.hasOwn(supportByLanguage, locale.language)) return null
  const support = supportByLanguage[locale.language as G2pLanguage]
  const script = scripts[support.rules] ?? 'Latn'
  return locale.script === undefined || locale.script === script ? support : null
}

/** Paths of the model files a language needs: without the dictionary if the model is another language's. */
export const modelFilesOf = ({ model, quality }: LanguageSupport): readonly string[] =>
  quality === ownModel ? [model] : acousticFiles.map((file) => `${model}/${file}`)

/** For the listener: how times in a language are found, and how accurate they are. */
export function describeLanguageSupport(tag: string): string {
  const support = languageSupport(tag)
  if (support === null)
    return 'There is no speech model for this language: times are estimated from the length of the text, and can be off by seconds.'
  const { name, quality } = support
  if (quality === ownModel) return `Timed with the ${name} speech model and its dictionary.`
  const rules = `Timed with the English speech model and rules for ${name} letters`
  return quality === letterRules
    ? `${rules}: most lines are right, single words less often.`
    : `${rules}, which have not been tried on human voices yet.`
}

function readTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return null
  }
}
