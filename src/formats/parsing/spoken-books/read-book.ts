import type { Problem } from '#transcript/problem.ts'
import type { TranscriptFile } from '../../readers/format.ts'
import { languageTag } from '../language-tag.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../parsed-transcript.ts'
import { isProblem, openZip, type Zip } from '../zip/open-zip.ts'
import { readOverlays } from './read-overlays.ts'

/** What a packed book says of itself. */
export interface SpokenBook {
  /** Empty where it has none. */
  readonly title: string
  readonly language: string
  /** Paths of the SMIL files, in the order of the book. */
  readonly overlays: readonly string[]
}

interface BookKind {
  open(zip: Zip): Promise<SpokenBook | Problem>
  /** Why a book without any text that belongs to a recording is refused. */
  refuse(name: string): Pick<Problem, 'code' | 'message'>
}

/** Reads a packed book: the text of its audio files, with the times of the first. */
export async function readSpokenBook(
  { bytes, name }: TranscriptFile,
  { open, refuse }: BookKind,
): Promise<ParsedTranscript> {
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const book = await open(zip)
  if (isProblem(book)) {
    // line numbers inside the archive mean nothing to the user
    const { code, message } = book
    return emptyParsedTranscript({ code, severity: 'error', message })
  }
  const { segments, problems } = await readOverlays(zip, book.overlays, name)
  if (segments === null) return emptyParsedTranscript({ ...refuse(name), severity: 'error' })
  const language = languageTag(book.language)
  return {
    ...(book.title === '' ? {} : { title: book.title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems,
  }
}
