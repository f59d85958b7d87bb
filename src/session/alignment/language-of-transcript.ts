import { guessLanguage } from '#alignment/language-guess.ts'
import type { AppState } from '#state/store.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** What a text is taken to be spoken in, BCP 47, and who says so. */
export interface TranscriptLanguage {
  readonly language: string
  readonly by: 'listener' | 'file' | 'guess' | 'nobody'
}

/** Where nobody says and the text is like none, English is as good as any: the listener can choose. */
export function languageOfTranscript(
  transcript: Transcript,
  { alignmentLanguage }: Pick<AppState, 'alignmentLanguage'>,
): TranscriptLanguage {
  if (alignmentLanguage !== null) return { language: alignmentLanguage, by: 'listener' }
  if (transcript.language !== undefined) return { language: transcript.language, by: 'file' }
  const guess = guessLanguage(transcript)
  return guess === null ? { language: 'en', by: 'nobody' } : { language: guess, by: 'guess' }
}
