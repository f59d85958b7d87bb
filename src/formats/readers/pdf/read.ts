import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { textBlocksOf } from '../../parsing/pdf/columns.ts'
import { isPdf } from '../../parsing/pdf/is-pdf.ts'
import { removeMarginNumbers } from '../../parsing/pdf/margin-numbers.ts'
import { readLabelColumns } from '../../parsing/pdf/label-columns.ts'
import { openPdf } from '../../parsing/pdf/open-pdf.ts'
import { readPages } from '../../parsing/pdf/read-pages.ts'
import { printedParagraphs } from '../../parsing/pdf/paragraphs.ts'
import { refusePdf, reportPages, reportRemoved } from '../../parsing/pdf/report.ts'
import { removeRunningLines } from '../../parsing/pdf/running-lines.ts'
import { unpacksToTooMuch } from '../../parsing/pdf/unpacked-size.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import type { TranscriptFile } from '../format.ts'

/** Reads the text of a PDF as prose: its lines joined to paragraphs, without what is only layout. */
export async function readPdf(file: TranscriptFile): Promise<ParsedTranscript> {
  const { bytes, name } = file
  if (!isPdf(bytes)) return emptyParsedTranscript(refusePdf('other', name))
  const opened = unpacksToTooMuch(bytes) ? 'packed' : await openPdf(bytes)
  if (typeof opened === 'string') return emptyParsedTranscript(refusePdf(opened, name))
  try {
    const read = await readPages(opened)
    const [first = [], ...turned] = read.directions
    const main = removeRunningLines(first)
    const rest = turned.map(removeRunningLines)
    const margin = removeMarginNumbers(
      main.pages.flatMap((rows, page) => [
        ...(rows.length === 0 ? [] : textBlocksOf(rows)),
        ...rest.flatMap(({ pages }, at) => {
          const others = pages[page]!
          return others.length === 0 ? [] : [{ rows: others, column: `turned ${at}` }]
        }),
      ]),
    )
    const blocks = margin.blocks.filter(({ rows }) => rows.length > 0)
    if (blocks.length === 0) return emptyParsedTranscript(refusePdf(read.why, name))
    const parsed = readProse(printedParagraphs(readLabelColumns(blocks)), file)
    const title = await opened.title()
    const language = languageTag(read.language)
    return {
      ...parsed,
      ...(title === '' ? {} : { title }),
      ...(language === undefined ? {} : { language }),
      problems: [
        ...reportPages(read, name),
        ...parsed.problems,
        ...reportRemoved({ margin: margin.removed, parts: [main, ...rest] }),
      ],
    }
  } finally {
    await opened.close()
  }
}
