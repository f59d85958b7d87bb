import type { ParsedSegment } from './parsed-transcript.ts'

interface Edit {
  readonly from: number
  readonly to: number
  /** Where its replacement ends in the new text. */
  readonly newTo: number
  readonly newFrom: number
}

/** Replaces matches in a segment’s text and shifts the offsets of its words; a word without letters is dropped. */
export function replaceInSegment(
  segment: ParsedSegment,
  pattern: RegExp,
  replacement: (match: string) => string,
): ParsedSegment {
  const edits: Edit[] = []
  let text = ''
  let at = 0
  for (const { 0: match, index } of segment.text.matchAll(pattern)) {
    text += segment.text.slice(at, index)
    const newFrom = text.length
    text += replacement(match)
    at = index + match.length
    edits.push({ from: index, to: at, newFrom, newTo: text.length })
  }
  if (edits.length === 0) return segment
  text += segment.text.slice(at)
  if (segment.words === undefined) return { ...segment, text }
  let next = 0
  const shifted = (offset: number, isEnd: boolean): number => {
    while (next < edits.length && edits[next]!.to <= offset) next += 1
    const inside = edits[next]
    if (inside !== undefined && inside.from < offset) return isEnd ? inside.newTo : inside.newFrom
    const before = edits[next - 1]
    return before === undefined ? offset : offset - before.to + before.newTo
  }
  const words = segment.words
    .map((word) => {
      const from = shifted(word.from, false)
      return { ...word, from, to: Math.max(from, shifted(word.to, true)) }
    })
    .filter(({ from, to }) => text.slice(from, to).trim() !== '')
  return { ...segment, text, words }
}
