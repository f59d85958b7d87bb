import { speakerCandidate } from '#transcript/conventions/speaker-candidate.ts'
import type { LineRange } from './line-ranges.ts'

/** Where a sentence ends inside a line, and what is after it may be the label of the next speaker. */
const turns = /[.!?…]["'”’»)\]*_]{0,3}\s+|\s[-–—]\s+/gu

/** The names that may be labels inside a line, after its first sentence, with their places. */
export function candidatesInside(text: string): (LineRange & { readonly name: string })[] {
  if (!/[:：]/.test(text)) return []
  return [...text.matchAll(turns)].flatMap(({ 0: end, index }) => {
    const from = index + end.length
    const candidate = speakerCandidate(text, from)
    return candidate ? [{ ...candidate, from }] : []
  })
}
