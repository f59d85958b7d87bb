import type { Word } from '#transcript/transcript.ts'
import { roundToMs } from '../round-to-ms.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { confidenceOf } from '../json/times.ts'

export interface CaptionPiece {
  readonly text: string
  /** Seconds after the start of the caption; `null` if the piece has no time of its own. */
  readonly offset: number | null
  readonly confidence: number | null
}

/** A caption of YouTube, whose words have offsets. */
export interface Caption {
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  readonly pieces: readonly CaptionPiece[]
  /** Automatic captions, with word times. They roll: each stays visible while the next one is spoken. */
  readonly isAutomatic: boolean
}

/** Converts a caption to a segment; an automatic caption ends where the next one begins. */
export function parseCaption(caption: Caption, next: Caption | undefined): ParsedSegment {
  const { start, pieces, isAutomatic } = caption
  const text = pieces.map((piece) => piece.text).join('')
  const nextStart = next?.start ?? null
  const isRolling = isAutomatic && nextStart !== null && start !== null && nextStart > start
  const end = isRolling ? Math.min(caption.end ?? nextStart, nextStart) : caption.end
  if (!isAutomatic || start === null) return { text, start, end }
  return { text, start, end, words: wordsOf(pieces, start, end) }
}

/** A word lasts until the next one begins, since the file has no ends of words. */
function wordsOf(pieces: readonly CaptionPiece[], start: number, end: number | null): Word[] {
  const words: Word[] = []
  let at = 0
  for (const { text, offset, confidence } of pieces) {
    const from = at + text.length - text.trimStart().length
    const to = at + text.trimEnd().length
    at += text.length
    const begin = later(start, offset)
    if (from >= to || begin === null) continue
    const last = words.at(-1)
    if (last !== undefined) words[words.length - 1] = { ...last, end: Math.max(last.start, begin) }
    const times = { from, to, start: begin, end: Math.max(begin, end ?? begin) }
    words.push(confidence === null ? times : { ...times, confidence })
  }
  const last = words.at(-1)
  if (end === null && last !== undefined) {
    words[words.length - 1] = { ...last, end: last.start + usualWord, estimated: true }
  }
  return words
}

/** Duration of a last word, seconds. */
const usualWord = 0.4

/** Adds in whole milliseconds, to avoid binary rounding errors. */
export function later(start: number | null, duration: number | null): number | null {
  return start === null || duration === null ? null : roundToMs(start + duration)
}

/** YouTube writes confidence as 0 to 255, where 0 means unknown; older files as 0 to 1. */
export function captionConfidence(written: number | null): number | null {
  if (written === null || written === 0) return null
  return confidenceOf(written > 1 ? written / 255 : written)
}
