import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { parsOf } from '../../parsing/smil/pars.ts'

/**
 * Reads a SMIL file without its book: only the text inside it. If the text is in another file, a problem names that
 * file.
 */
export function readSmil(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['smil'], format: 'SMIL' })
  if (root === null) return { segments: [], problems }
  const pars = parsOf(root)
  const segments = pars
    .filter(({ inline }) => inline !== '')
    .map(({ inline, start, end, line }) => ({ text: inline, start, end, line }))
  const elsewhere = pars.length - segments.length
  if (elsewhere === 0) return { segments, problems }
  const page = pars
    .find(({ inline }) => inline === '')!
    .text.split('#', 1)[0]!
    .slice(0, 80)
  const message = `${source.name} contains only times; the words are in ${page === '' ? 'another file' : page}. Open the EPUB, or the DAISY book as a ZIP, that contains both.`
  const severity = segments.length === 0 ? 'error' : 'warning'
  return { segments, problems: [...problems, { code: 'text-elsewhere', severity, message }] }
}
