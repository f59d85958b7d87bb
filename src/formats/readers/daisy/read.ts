import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { readSpokenBook } from '../../parsing/spoken-books/read-book.ts'
import type { TranscriptFile } from '../format.ts'
import { openDaisyBook } from './book.ts'

/** Reads a DAISY book (2.02 or 3) in a ZIP archive: the text of its audio files, with the times of the first. */
export function readDaisy(file: TranscriptFile): Promise<ParsedTranscript> {
  return readSpokenBook(file, {
    open: openDaisyBook,
    refuse: (name) => ({
      code: 'daisy-without-text',
      message: `${name} is a DAISY book in which no text belongs to a recording. Choose a book with text and audio.`,
    }),
  })
}
