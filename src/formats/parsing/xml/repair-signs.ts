import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { decodeReferences } from '../cues/character-references.ts'

/** A `&` that begins no reference of XML, perhaps one of HTML (`&eacute;`), or a `<` that begins no tag. */
const faulty =
  /&(?!(?:amp|lt|gt|quot|apos|#\d{1,9}|#x[\da-fA-F]{1,8});)(?:[A-Za-z][A-Za-z\d]{1,31};)?|<(?![\p{L}_:/!?])/gu

/**
 * Replaces signs that XML does not allow in text by references, since a parser takes the markup behind a bare `&` for a
 * part of its name. Named references of HTML become their characters. Lines stay where they are. Takes linear time.
 */
export function repairSigns(text: string, name: string): { text: string; problems: Problem[] } {
  if (text.search(faulty) === -1) return { text, problems: [] }
  const tally = createTally()
  // XHTML has the names of HTML, which its DTD declares
  const isXhtml = text.slice(0, 2000).includes('"http://www.w3.org/1999/xhtml"')
  const pieces: string[] = []
  let line = 1
  let nextBreak = text.indexOf('\n')
  const lineAt = (index: number) => {
    for (; nextBreak !== -1 && nextBreak < index; nextBreak = text.indexOf('\n', nextBreak + 1)) {
      line += 1
    }
    return line
  }
  for (const { from, to, isMarkup } of sectionsOf(text)) {
    const section = text.slice(from, to)
    if (!isMarkup) {
      pieces.push(section)
      continue
    }
    pieces.push(
      section.replace(faulty, (sign, offset: number) => {
        const decoded = decodeReferences(sign)
        if (!isXhtml || decoded === sign) tally.count('xml-signs', lineAt(from + offset))
        return decoded === sign ? reference(sign[0]!) + sign.slice(1) : reference(decoded)
      }),
    )
  }
  const problems = tally.report(
    'xml-signs',
    'note',
    ({ count, where }) =>
      `${name} has ${countOf(count, 'sign')} that XML does not allow in text${where}, such as a bare “&”; ${count === 1 ? 'it was' : 'they were'} read as in HTML.`,
  )
  return { text: pieces.join(''), problems }
}

function reference(sign: string): string {
  return `&#${sign.codePointAt(0)!};`
}

interface Section {
  readonly from: number
  readonly to: number
  /** Not a comment and not CDATA, in which all signs are text. */
  readonly isMarkup: boolean
}

function sectionsOf(text: string): Section[] {
  const sections: Section[] = []
  const opening = /<!\[CDATA\[|<!--/g
  let from = 0
  for (;;) {
    opening.lastIndex = from
    const found = opening.exec(text)
    if (found === null) return [...sections, { from, to: text.length, isMarkup: true }]
    const closing = found[0] === '<!--' ? '-->' : ']]>'
    const end = text.indexOf(closing, opening.lastIndex)
    const to = end === -1 ? text.length : end + closing.length
    sections.push({ from, to: found.index, isMarkup: true })
    sections.push({ from: found.index, to, isMarkup: false })
    from = to
  }
}
