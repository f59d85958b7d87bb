import { hearingOf, partsOf } from '#alignment/languages.ts'
import type { Hearing } from '#alignment/languages.ts'
import type { SpeechWork } from './speech-models.ts'

export { sayHearing } from '#alignment/languages.ts'

/** How well the words of a language are found: by a model of its own, by another's, or not at all. */
export type Standing = Hearing['standing'] | 'estimated'

/** BCP 47, the best first. */
export const heardLanguages: readonly string[] = [
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

export const standingOf = (language: string): Standing =>
  hearingOf(language)?.standing ?? 'estimated'

/** What the work loads of the speech models, as `ModelFiles` names it. */
export function modelPartsFor(work: SpeechWork, language: string): readonly string[] {
  const hearing = hearingOf(language)
  if (!hearing) return []
  return work === 'draft' ? ['moonshine', hearing.model] : partsOf(hearing)
}
