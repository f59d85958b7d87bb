import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { readSpokenBook } from '../../parsing/spoken-books/read-book.ts'
import type { TranscriptFile } from '../format.ts'
import { openBook } from './book.ts'

/** Reads an EPUB 3 with media overlays: the text of its audio files, with the times of the first. */
export function readEpub(file: TranscriptFile): Promise<ParsedTranscript> {
  return readSpokenBook(file, {
    open: openBook,
    refuse: (name) => ({
      code: 'epub-without-overlays',
      message: `${name} is a book without times for its text (media overlays). Choose an EPUB that has them.`,
    }),
  })
}
