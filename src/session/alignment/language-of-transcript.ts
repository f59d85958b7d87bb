import { guessLanguage } from '#alignment/language-guess.ts'
import { topLayer } from '#state/transcripts.ts'
import type { TranscriptRecord } from '#state/transcripts.ts'

/** The language that a transcript is taken to be spoken in, BCP 47, and why. */
export interface TranscriptLanguage {
  readonly language: string
  readonly by: 'listener' | 'file' | 'guess' | 'default'
}

/** English where nothing says which: the listener can choose another. */
export function languageOfTranscript(record: TranscriptRecord): TranscriptLanguage {
  const { chosenLanguage } = record
  if (chosenLanguage !== null) return { language: chosenLanguage, by: 'listener' }
  const transcript = topLayer(record)
  if (transcript.language !== undefined) return { language: transcript.language, by: 'file' }
  const guess = guessLanguage(transcript)
  return guess === null ? { language: 'en', by: 'default' } : { language: guess, by: 'guess' }
}
