import type { Problem } from '#transcript/problem.ts'
import { createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { decodeText } from '../../parsing/encoding/decode.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { reportNotesNotShown } from '../../parsing/notes-not-shown.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { parseXml } from '../../parsing/xml/parse-xml.ts'
import { childOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import { isProblem, openZip, type Zip } from '../../parsing/zip/open-zip.ts'
import { isZip } from '../../parsing/zip/is-zip.ts'
import { linesOfDocument } from './paragraphs.ts'

/** Limits of the parts, in bytes. */
const largestContent = 64 * 1024 * 1024
const largestMeta = 1024 * 1024

/** Reads an OpenDocument text (packed, or as one XML file) as prose: its text without tracked deletions. */
export async function readOdt(source: TranscriptFile): Promise<ParsedTranscript> {
  const { bytes, text, name } = source
  if (!isZip(bytes)) return readDocument(text, undefined, source)
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const part = zip.read('content.xml', { maxBytes: largestContent })
  if (isProblem(part)) return emptyParsedTranscript(part)
  const content = await decodeText(part, name)
  return readDocument(content.text, await metaOf(zip, name), source)
}

async function metaOf(zip: Zip, name: string): Promise<XmlElement | undefined> {
  if (!zip.names.includes('meta.xml')) return undefined
  const part = zip.read('meta.xml', { maxBytes: largestMeta })
  if (isProblem(part)) return undefined
  return parseXml((await decodeText(part, name)).text, name).root ?? undefined
}

function readDocument(
  text: string,
  meta: XmlElement | undefined,
  file: TranscriptFile,
): ParsedTranscript {
  const { name } = file
  const document = parseXml(text, name)
  // line numbers inside the archive mean nothing to the user
  const damage = document.problems.map(({ code, severity, message }) => ({
    code,
    severity,
    message,
  }))
  const body = childOf(childOf(document.root ?? undefined, 'body'), 'text')
  if (body === undefined) return emptyParsedTranscript(damage[0] ?? noBody(name))
  const tally = createTally()
  const parsed = readProse(linesOfDocument(body, tally), file)
  const about = childOf(meta ?? document.root!, 'meta')
  const title = textIn(childOf(about, 'title')).replace(/\s+/g, ' ').trim()
  const language = languageTag(textIn(childOf(about, 'language')))
  return {
    ...parsed,
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    problems: [...damage, ...parsed.problems, ...reportNotesNotShown(tally)],
  }
}

function noBody(name: string): Problem {
  return {
    code: 'odt-body-missing',
    severity: 'error',
    message: `${name} contains no text. Save it again, or as plain text (.txt), and open that.`,
  }
}
