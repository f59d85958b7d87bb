import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { withoutControlTokens } from '../../parsing/words/control-tokens.ts'

const longestQuote = 120

/**
 * Reports what the text of the whole answer has between its segments or behind the last: a file that was cut or merged
 * has fewer segments than text. Only where all segments occur in the text in their order; else it is another text, such
 * as that before an edit.
 */
export function reportOtherText(segments: readonly ParsedSegment[], written: string): Problem[] {
  const text = withoutControlTokens(written)
  if (segments.length === 0) return []
  const passages: string[] = []
  let at = 0
  const add = (to: number) => {
    const between = text.slice(at, to).trim()
    if (/[\p{L}\p{N}]/u.test(between)) passages.push(between)
  }
  for (const segment of segments) {
    const said = withoutControlTokens(segment.text).trim()
    const from = text.indexOf(said, at)
    if (from === -1) return []
    add(from)
    at = from + said.length
  }
  add(text.length)
  const [first] = passages
  if (first === undefined) return []
  const quote = first.length > longestQuote ? `${first.slice(0, longestQuote)}…` : first
  const message = `${countOf(passages.length, 'passage')} of the text of the file ${passages.length === 1 ? 'is in none' : 'are in none'} of its segments and ${passages.length === 1 ? 'is' : 'are'} not shown${passages.length === 1 ? '' : ', the first'}: “${quote}”. The file may have been cut off; export it again.`
  return [{ code: 'text-in-no-segment', severity: 'warning', message }]
}
