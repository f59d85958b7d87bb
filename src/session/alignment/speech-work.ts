import type { AskedPurpose } from '#state/alignment-slice.ts'
import type { AppState } from '#state/store.ts'
import { languageOfTranscript } from './language-of-transcript.ts'
import type { SpeechWork } from './speech-models.ts'

/** What is loaded for a purpose. */
export const speechWorkFor = (purpose: AskedPurpose): SpeechWork =>
  purpose === 'draft' ? 'draft' : 'words'

/** The language of that work: drafts are English. */
export function speechWorkLanguage(
  purpose: AskedPurpose,
  { document, alignmentLanguage }: Pick<AppState, 'document' | 'alignmentLanguage'>,
): string {
  if (purpose === 'draft' || document.status !== 'open') return 'en'
  return languageOfTranscript(document.transcript, { alignmentLanguage }).language
}
