import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { readOverlays } from '../../parsing/spoken-books/read-overlays.ts'
import { isProblem, openZip } from '../../parsing/zip/open-zip.ts'
import { openBook } from './book.ts'

/** Reads an EPUB 3 with media overlays: the text of its audio files, with the times of the first. */
export async function readEpub({ bytes, name }: TranscriptFile): Promise<ParsedTranscript> {
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const book = await openBook(zip)
  if (isProblem(book)) {
    // line numbers inside the archive mean nothing to the user
    const { code, message } = book
    return emptyParsedTranscript({ code, severity: 'error', message })
  }
  const { segments, problems } = await readOverlays(zip, book.overlays, name)
  if (segments === null) {
    const message = `${name} is a book without times for its text (media overlays). Choose an EPUB that has them.`
    return emptyParsedTranscript({ code: 'epub-without-overlays', severity: 'error', message })
  }
  const language = languageTag(book.language)
  return {
    ...(book.title === '' ? {} : { title: book.title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems,
  }
}
