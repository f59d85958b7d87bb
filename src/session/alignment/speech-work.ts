import type { AskedPurpose } from '#state/alignment-slice.ts'
import type { AppState } from '#state/store.ts'
import { languageOfText } from './language-of-text.ts'
import type { SpeechWork } from './speech-models.ts'

/** What is loaded for a purpose. */
export const workOf = (purpose: AskedPurpose): SpeechWork =>
  purpose === 'draft' ? 'draft' : 'words'

/** The language of that work: drafts are English. */
export function languageOfWork(
  purpose: AskedPurpose,
  { document, alignmentLanguage }: Pick<AppState, 'document' | 'alignmentLanguage'>,
): string {
  if (purpose === 'draft' || document.status !== 'open') return 'en'
  return languageOfText(document.transcript, { alignmentLanguage }).language
}
