import type { Problem } from '#transcript/problem.ts'
import { createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { decodeText } from '../../parsing/encoding/decode.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { reportNotesNotShown } from '../../parsing/notes-not-shown.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { findStamps } from '../../parsing/prose/stamps.ts'
import { parseXml } from '../../parsing/xml/parse-xml.ts'
import { childOf, textIn } from '../../parsing/xml/tree.ts'
import { isProblem, openZip, type Zip } from '../../parsing/zip/open-zip.ts'
import { proseLines, type DocumentLine } from './paragraphs.ts'
import { documentPart } from '../../parsing/zip/word-parts.ts'

/** Limit of the document's XML, in bytes; a book has two million. */
const largestDocument = 64 * 1024 * 1024
const largestProperties = 1024 * 1024

/** Reads a Word document (ECMA-376) as prose: the text without tracked deletions. */
export async function readDocx(file: TranscriptFile): Promise<ParsedTranscript> {
  const { bytes, name } = file
  const zip = openZip(bytes, name)
  if (isProblem(zip)) return emptyParsedTranscript(zip)
  const part = zip.read(documentPart(zip.names) ?? 'word/document.xml', {
    maxBytes: largestDocument,
  })
  if (isProblem(part)) return emptyParsedTranscript(part)
  const { text, problems } = await decodeText(part, name)
  const document = parseXml(text, name)
  // line numbers inside the archive mean nothing to the user
  const damage = document.problems.map(({ code, severity, message }) => ({
    code,
    severity,
    message,
  }))
  const body = childOf(document.root ?? undefined, 'body')
  if (body === undefined) return emptyParsedTranscript(damage[0] ?? noBody(name))
  const tally = createTally()
  const lines = proseLines(body, tally)
  const properties = await readProperties(zip, name)
  const title = titleIn(lines, properties.title)
  const parsed = readProse(title === null ? lines : lines.slice(lines.indexOf(title) + 1), file)
  return {
    ...parsed,
    ...(title === null ? {} : { title: title.text.trim() }),
    ...properties,
    problems: [...problems, ...damage, ...parsed.problems, ...reportNotesNotShown(tally)],
  }
}

/**
 * The first paragraph, if it has the Title style and no time, and the document properties give no other title: programs
 * put the name of their template there.
 */
function titleIn(lines: readonly DocumentLine[], known: string | undefined): DocumentLine | null {
  const [first, second] = lines.filter(({ text }) => text.trim() !== '')
  if (first?.isTitle !== true || second === undefined || second.isTitle === true) return null
  const text = first.text.trim()
  return findStamps(text).length > 0 || (known ?? text) !== text ? null : first
}

/** The title and language from the document's properties. */
async function readProperties(
  zip: Zip,
  name: string,
): Promise<{ title?: string; language?: string }> {
  const part = zip.names.includes('docProps/core.xml')
    ? zip.read('docProps/core.xml', { maxBytes: largestProperties })
    : undefined
  if (part === undefined || isProblem(part)) return {}
  const { root } = parseXml((await decodeText(part, name)).text, name)
  const title = textIn(childOf(root ?? undefined, 'title')).trim()
  const language = languageTag(textIn(childOf(root ?? undefined, 'language')))
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  }
}

function noBody(name: string): Problem {
  return {
    code: 'docx-body-missing',
    severity: 'error',
    message: `${name} contains no text that Word would show. Save it again, or as plain text (.txt), and open that.`,
  }
}
