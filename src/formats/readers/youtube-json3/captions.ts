import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'

interface Piece {
  readonly text: string
  /** Seconds after the start of the caption; `null` if the piece has no time of its own. */
  readonly offset: number | null
  readonly confidence: number | null
}

export interface Caption {
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  readonly pieces: readonly Piece[]
  /** Automatic captions, with word times. They roll: each stays visible while the next one is spoken. */
  readonly isAutomatic: boolean
}

/** The events that contain text. Other events break lines or open windows. */
export function captionsOf(events: unknown, tally: ProblemTally): Caption[] {
  const captions: Caption[] = []
  for (const event of asArray(events)) {
    const segs = asArray(property(event, 'segs'))
    const pieces = segs.map((seg) => pieceOf(seg, tally))
    if (pieces.every(({ text }) => text.trim() === '')) continue
    const start = secondsOf(property(event, 'tStartMs'), tally, 1000)
    const duration = secondsOf(property(event, 'dDurationMs'), tally, 1000)
    const isAutomatic = segs.some(
      (seg) => property(seg, 'tOffsetMs') !== undefined || property(seg, 'acAsrConf') !== undefined,
    )
    captions.push({ start, end: later(start, duration), pieces, isAutomatic })
  }
  return captions
}

/** The first piece has no offset: it begins with the caption. Confidence is 0 to 255; 0 means unknown. */
function pieceOf(seg: unknown, tally: ProblemTally): Piece {
  const written = asNumber(property(seg, 'acAsrConf'))
  const confidence = written === null || written === 0 ? null : written
  return {
    text: asText(property(seg, 'utf8')) ?? '',
    offset: secondsOf(property(seg, 'tOffsetMs') ?? 0, tally, 1000),
    confidence: confidenceOf(confidence !== null && confidence > 1 ? confidence / 255 : confidence),
  }
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
function wordsOf(pieces: readonly Piece[], start: number, end: number | null): Word[] {
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
function later(start: number | null, duration: number | null): number | null {
  return start === null || duration === null ? null : Math.round((start + duration) * 1000) / 1000
}
