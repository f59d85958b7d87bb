import { soundWords } from '#transcript/conventions/sound-words.ts'
import type { ParsedSegment, ParsedTranscript } from '../parsed-transcript.ts'

/** `[2.34]`: seconds. */
const stamp = /\[(\d{1,6}\.\d{1,3})\]/g
const label = /^\s*\[([^[\]\n]{1,40})\]\s*:?/

interface Piece {
  readonly start: number
  /** `null` behind the last time. */
  readonly end: number | null
  readonly text: string
  readonly line: number
}

/**
 * Whether a text has its times in seconds in brackets, before and behind each turn, also several in a line, as some
 * recognisers write: `[0.00][S01]Where is it?[2.34][2.60][S02]Here.[5.12]`.
 */
export function hasInlineSeconds(text: string): boolean {
  if (!/^\s*\[\d{1,6}\.\d{1,3}\]/.test(text)) return false
  let count = 0
  let backward = 0
  let last = 0
  for (const [, written] of text.matchAll(stamp)) {
    const time = Number(written)
    count += 1
    if (time < last) backward += 1
    last = time
  }
  return count > 2 && backward <= count / 5
}

/** Reads the turns of such a text. `[S01]` at their beginning is who speaks if nearly all turns have one. */
export function readInlineSeconds(text: string): ParsedTranscript {
  const pieces = piecesOf(text)
  const labels = pieces.map(({ text: said }) => label.exec(said))
  const named = labels.filter((found) => found !== null && !soundWords.has(found[1]!.toLowerCase()))
  const areNamed = named.length > 0 && named.length >= pieces.length * 0.9
  const segments = pieces.map((piece, at): ParsedSegment => {
    const found = areNamed ? labels[at] : null
    if (found === null || found === undefined) return piece
    return { ...piece, text: piece.text.slice(found[0].length), speaker: found[1]!.trim() }
  })
  return { segments, problems: [] }
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const stamps = [...text.matchAll(stamp)]
  let line = 1
  let counted = 0
  for (const [at, { 0: written, 1: start, index }] of stamps.entries()) {
    for (; counted < index; counted += 1) if (text[counted] === '\n') line += 1
    const next = stamps[at + 1]
    const said = text.slice(index + written.length, next?.index)
    const end = next === undefined ? null : Number(next[1])
    if (said.trim() !== '') pieces.push({ start: Number(start), end, text: said, line })
  }
  return pieces
}
