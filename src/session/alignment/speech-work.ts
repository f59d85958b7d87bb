import type { AlignmentGoal } from '#state/alignment.ts'
import type { AppState } from '#state/store.ts'
import { shownRecord } from '#state/transcripts.ts'
import { languageOfTranscript } from './language-of-transcript.ts'
import type { SpeechWork } from './speech-models.ts'

/** What is loaded for a goal. */
export const speechWorkFor = (goal: AlignmentGoal): SpeechWork =>
  goal === 'draft' ? 'draft' : 'words'

/** The language of that work: drafts are English. */
export function speechWorkLanguage(
  goal: AlignmentGoal,
  { transcripts }: Pick<AppState, 'transcripts'>,
): string {
  const record = shownRecord(transcripts)
  return goal === 'draft' || !record ? 'en' : languageOfTranscript(record).language
}
