import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { PagesRead } from './read-pages.ts'
import type { WithoutRunningLines } from './running-lines.ts'

const refusals = {
  scan: {
    code: 'pdf-scan',
    is: 'is a scan: its pages are pictures and contain no text. Recognise the text first (“OCR”, for example with OCRmyPDF or Acrobat), and open the PDF that results.',
  },
  protected: {
    code: 'pdf-protected',
    is: 'is a PDF that opens only with a password. Open it in a PDF viewer, print it to a PDF without a password, and open that.',
  },
  damaged: {
    code: 'pdf-damaged',
    is: 'is a damaged PDF: its pages cannot be found. Download or export it again.',
  },
  other: {
    code: 'pdf-other',
    is: 'is not a PDF. Choose another format.',
  },
  packed: {
    code: 'pdf-packed',
    is: 'unpacks to far more data than a transcript has, so it was not opened. Save its text as plain text (.txt) and open that.',
  },
  letters: {
    code: 'pdf-letters-unknown',
    is: 'is a PDF whose fonts do not say which letters they draw, so its text cannot be read. Export it again as plain text (.txt) or a Word document (.docx), or recognise its text (“OCR”).',
  },
} as const

/** Why a PDF is not read, and what to do. */
export function refusePdf(why: keyof typeof refusals, name: string): Problem {
  const { code, is } = refusals[why]
  return { code, severity: 'error', message: `${name} ${is}` }
}

/** What of the pages could not be read. */
export function reportPages(read: PagesRead, name: string): Problem[] {
  const { empty, damaged, pageCount, readCount, isCut, unknownLetters, unknownFonts } = read
  const problems: Problem[] = []
  const warn = (code: string, message: string) =>
    problems.push({ code, severity: 'warning', message })
  if (isCut) {
    warn(
      'pdf-page-too-long',
      `Page ${readCount.toLocaleString('en')} has more text than a page can show; its rest and the pages after it are not shown. Export ${name} again, or its text as plain text (.txt).`,
    )
  } else if (readCount < pageCount) {
    const rest = countOf(pageCount - readCount, 'page')
    warn(
      'pdf-too-long',
      `${name} has ${countOf(pageCount, 'page')}; the last ${rest} are not shown. Split it and open the parts.`,
    )
  }
  if (damaged.length > 0) {
    const is = damaged.length === 1 ? 'is' : 'are'
    warn(
      'pdf-pages-damaged',
      `${countOf(damaged.length, 'page')} (${listOf(damaged)}) ${is} damaged and not shown. Download or export ${name} again.`,
    )
  }
  if (empty.length > 0) {
    const [has, is] = empty.length === 1 ? ['has', 'is'] : ['have', 'are']
    warn(
      'pdf-pages-empty',
      `${countOf(empty.length, 'page')} (${listOf(empty)}) ${has} no text and ${is} not shown: blank, or a picture. Recognise the text of pictures first (“OCR”).`,
    )
  }
  if (read.comments > 0) {
    const is = read.comments === 1 ? 'is' : 'are'
    problems.push({
      code: 'pdf-comments',
      severity: 'note',
      message: `${countOf(read.comments, 'comment')} or form ${read.comments === 1 ? 'field' : 'fields'} ${is} not shown.`,
    })
  }
  if (unknownLetters + unknownFonts > 0) {
    const what =
      unknownLetters > 0 ? countOf(unknownLetters, 'character') : countOf(unknownFonts, 'font')
    warn(
      'pdf-letters-unknown',
      `${what} could not be read, because the PDF does not say which letters they are; they are not shown. Compare the text with the PDF.`,
    )
  }
  return problems
}

/** What of the text is layout only. */
export function reportRemoved({
  margin,
  parts,
}: {
  margin: number
  parts: readonly WithoutRunningLines[]
}): Problem[] {
  const numbers = parts.reduce((sum, part) => sum + part.numbers, 0)
  const running = parts.reduce((sum, part) => sum + part.running, 0)
  const example = parts.find((part) => part.example !== '')?.example.slice(0, 60) ?? ''
  const found = [
    ...(margin > 0 ? [`${countOf(margin, 'line number')} in the margin`] : []),
    ...(numbers > 0 ? [countOf(numbers, 'page number')] : []),
    ...(running > 0
      ? [`${countOf(running, 'line')} that most pages have at the same place (“${example}”)`]
      : []),
  ]
  if (found.length === 0) return []
  const isOne = margin + numbers + running === 1
  const message = `${new Intl.ListFormat('en').format(found)} ${isOne ? 'is' : 'are'} not shown.`
  return [{ code: 'page-numbers-not-shown', severity: 'note', message }]
}

const namedPages = 5

function listOf(pages: readonly number[]): string {
  const named = pages.slice(0, namedPages).map((page) => page.toLocaleString('en'))
  const more = pages.length - named.length
  return named.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : '')
}
