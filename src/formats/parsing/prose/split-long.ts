import { sentenceEnds } from '#transcript/conventions/sentence-ends.ts'

const longestParagraph = 10_000

/** Splits a long text without paragraphs into pieces that fit a screen, after sentences if possible, else at blanks. */
export function splitLong(text: string): string[] {
  return splitAt(text, longestParagraph)
}

/** The same with a longest length of its own, in UTF-16 code units. */
export function splitAt(text: string, longest: number): string[] {
  const pieces: string[] = []
  let at = 0
  while (text.length - at > longest) {
    const end = at + cutPlace(text.slice(at, at + longest), longest)
    pieces.push(text.slice(at, end))
    at = end
  }
  pieces.push(text.slice(at))
  return pieces
}

function cutPlace(piece: string, longest: number): number {
  const tail = piece.slice(longest / 2)
  const sentences = [...tail.matchAll(sentenceEnds)]
  const last = sentences.at(-1)
  if (last !== undefined) return longest / 2 + last.index + last[0].length
  const blank = tail.lastIndexOf(' ')
  if (blank !== -1) return longest / 2 + blank + 1
  // do not cut a surrogate pair in half
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length
}
