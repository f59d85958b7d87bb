import type { Word } from '#transcript/transcript.ts'
import type { Turn } from '../speakers/name-turns.ts'
import { proseLine, type ProseLine } from './line.ts'

/** `#00:00:13-1#`: the time at which the text before it ends, with tenths behind a hyphen (f4transkript). */
const endStamp = /#(\d{1,3}):(\d{2}):(\d{2})(?:[-.,](\d{1,3}))?#/g

/** Whether a text has f4's times, at least two or one behind its only paragraph. */
export function hasEndStamps(lines: readonly ProseLine[]): boolean {
  let count = 0
  let written = 0
  for (const { text } of lines) {
    if (text.trim() === '') continue
    written += 1
    count += text.match(endStamp)?.length ?? 0
  }
  return count >= 2 || (count === 1 && written <= 2)
}

/** The same text without its times. */
export function withoutEndStamps(text: string): string {
  return text.replace(endStamp, '').trim()
}

interface Piece extends Turn {
  /** Seconds; `null` if no time follows in its paragraph. */
  readonly stamp: number | null
}

/**
 * Cuts a text at the times that end its pieces. A piece without a time shares the time of those around it in
 * proportion to its letters; `estimated` counts these.
 */
export function cutAtEndStamps(lines: readonly ProseLine[]): {
  segments: Turn[]
  estimated: number
} {
  const pieces = piecesOf(lines)
  const segments: Turn[] = []
  let estimated = 0
  let from = 0
  let group: Piece[] = []
  for (const piece of pieces) {
    group.push(piece)
    if (piece.stamp === null) continue
    estimated += group.length - 1
    segments.push(...shareTime(group, from, Math.max(from, piece.stamp)))
    from = Math.max(from, piece.stamp)
    group = []
  }
  // nothing says when the rest ends
  for (const [at, { stamp: _stamp, ...piece }] of group.entries()) {
    segments.push(at === 0 && segments.length > 0 ? { ...piece, start: from } : piece)
  }
  return { segments, estimated }
}

function piecesOf(lines: readonly ProseLine[]): Piece[] {
  const pieces: Piece[] = []
  let isOpen = false
  const add = (text: string, stamp: number | null, line: ProseLine) => {
    const last = pieces.at(-1)
    if (text.trim() === '') {
      // a time alone on a line ends the paragraph before
      if (stamp !== null && last !== undefined && last.stamp === null) {
        pieces[pieces.length - 1] = { ...last, stamp }
      }
    } else if (isOpen && last !== undefined && last.stamp === null && !line.isHeading) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text}\n${text.trim()}`, stamp }
    } else {
      pieces.push({
        text: text.trim(),
        start: null,
        end: null,
        stamp,
        ...proseLine(line),
        ...(line.isHeading ? { isHeading: true } : {}),
      })
    }
    isOpen = stamp === null && !line.isHeading
  }
  const isParted = lines.some(
    ({ text }, at) => text.trim() === '' && at > 0 && at < lines.length - 1,
  )
  for (const line of lines) {
    if (line.text.trim() === '') {
      isOpen = false
      continue
    }
    let at = 0
    for (const found of line.text.matchAll(endStamp)) {
      const [hours, minutes, seconds] = found.slice(1, 4).map(Number)
      const whole = (hours! * 60 + minutes!) * 60 + seconds!
      add(line.text.slice(at, found.index), Number(`${whole}.${found[4] ?? 0}`), line)
      at = found.index + found[0].length
    }
    if (line.text.slice(at).trim() !== '') add(line.text.slice(at), null, line)
    if (!isParted) isOpen = false
  }
  return pieces
}

function shareTime(group: readonly Piece[], from: number, to: number): Turn[] {
  const letters = group.reduce((sum, { text }) => sum + text.length, 0)
  const pace = (to - from) / Math.max(1, letters)
  let at = from
  return group.map(({ stamp, ...piece }, index) => {
    const start = at
    at = index === group.length - 1 ? to : at + piece.text.length * pace
    const isMeasured = group.length === 1 && stamp !== null
    return {
      ...piece,
      start,
      end: at,
      ...(isMeasured ? {} : { words: wordsOf(piece.text, start, pace) }),
    }
  })
}

function wordsOf(text: string, start: number, pace: number): Word[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    start: start + index * pace,
    end: start + (index + word.length) * pace,
    estimated: true,
  }))
}
