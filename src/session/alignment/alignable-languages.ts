import { languageSupport, modelFilesOf } from '#alignment/languages.ts'
import type { LanguageSupport } from '#alignment/languages.ts'
import type { SpeechWork } from './speech-models.ts'

export { describeLanguageSupport } from '#alignment/languages.ts'

/** How well the words of a language are found: by a model of its own, by another's, or not at all. */
export type AlignmentQuality = LanguageSupport['quality'] | 'estimated'

/** BCP 47, the best first. */
export const alignableLanguages: readonly string[] = [
  'en',
  'fr',
  'es',
  'it',
  'de',
  'pt',
  'nl',
  'ru',
  'ar',
]

export const alignmentQuality = (language: string): AlignmentQuality =>
  languageSupport(language)?.quality ?? 'estimated'

/** What the work loads of the speech models, as `ModelFiles` names it. */
export function modelPartsFor(work: SpeechWork, language: string): readonly string[] {
  const support = languageSupport(language)
  if (!support) return []
  return work === 'draft' ? ['moonshine', support.model] : modelFilesOf(support)
}
