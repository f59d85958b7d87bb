import { roundToMs } from '../round-to-ms.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { sliceSegment } from '../trim-text.ts'
import { areTurnsOfCues, countDashes, dialogueDashes } from './dialogue-dashes.ts'

/** `>>`, `>>>` and `->>`, with which captions mark that somebody else speaks. */
const atStart = /^-?>{2,3}\s*(?=\S)/
const anywhere = /(?:^|\s)-?>{2,3}\s+(?=\S)|^-?>{2,3}(?=\S)/g

/**
 * Begins a segment at each change of speaker that captions mark by `>>`, or by dashes if these recur as those of a
 * dialogue, and removes the marks. Only segments with times are looked at: in prose, `>>` quotes.
 */
export function splitTurns(segments: readonly ParsedSegment[]): readonly ParsedSegment[] {
  const isMarked = ({ text, start }: ParsedSegment) => start !== null && atStart.test(text)
  const byArrows = segments.some(isMarked)
    ? segments.flatMap((segment) =>
        segment.start !== null && segment.text.includes('>>')
          ? turnsOf(segment, arrowsIn(segment.text))
          : [segment],
      )
    : segments
  return splitAtDashes(byArrows)
}

function splitAtDashes(segments: readonly ParsedSegment[]): readonly ParsedSegment[] {
  const marked = segments.filter(mayHaveDashes)
  if (marked.length === 0 || !areTurnsOfCues(countDashes(textsOf(marked)))) return segments
  return segments.flatMap((segment, at) =>
    mayHaveDashes(segment)
      ? turnsOf(withEnd(segment, segments[at + 1]?.start), dialogueDashes(segment.text))
      : [segment],
  )
}

/** A voice with two turns is left as the file has it. */
function mayHaveDashes({ start, speaker, text }: ParsedSegment): boolean {
  return start !== null && speaker === undefined && dialogueDashes(text).length > 0
}

function* textsOf(segments: readonly ParsedSegment[]): Generator<string> {
  for (const { text } of segments) yield text
}

/** Turns share the time until the next segment where the file gives no end. */
function withEnd(segment: ParsedSegment, next: number | null | undefined): ParsedSegment {
  if (segment.end !== null || next === null || next === undefined) return segment
  return { ...segment, end: next }
}

interface Mark {
  readonly from: number
  readonly to: number
}

function arrowsIn(text: string): Mark[] {
  return Array.from(text.matchAll(anywhere), ({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
  }))
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly beginsTurn: boolean
}

function turnsOf(segment: ParsedSegment, marks: readonly Mark[]): ParsedSegment[] {
  const pieces: Piece[] = []
  let from = 0
  let beginsTurn = segment.beginsTurn === true
  const end = (to: number) => {
    const spoken = segment.text.slice(from, to)
    if (spoken.trim() !== '') pieces.push({ from, to: from + spoken.trimEnd().length, beginsTurn })
  }
  for (const mark of marks) {
    end(mark.from)
    from = mark.to
    beginsTurn = true
  }
  end(segment.text.length)
  const [first] = pieces
  if (first === undefined) return [segment]
  return timed(segment, pieces).map((turn, at) =>
    pieces[at]!.beginsTurn ? { ...turn, beginsTurn: true } : turn,
  )
}

/** Each piece with the times of its words; pieces without words share the time between the others, as an estimate. */
function timed(segment: ParsedSegment, pieces: readonly Piece[]): ParsedSegment[] {
  const turns = pieces.map(({ from, to }) => sliceSegment(segment, from, to))
  if (turns.length === 1) return turns
  const placed: ParsedSegment[] = []
  for (let at = 0; at < turns.length;) {
    const from = placed.at(-1)?.end ?? segment.start
    let next = at
    while (next < turns.length && turns[next]!.words!.length === 0) next += 1
    const to = turns[next]?.words![0]!.start ?? segment.end
    placed.push(...shareTime(turns.slice(at, next), from, to))
    const spoken = turns[next]
    if (spoken !== undefined) {
      placed.push({
        ...spoken,
        start: next === 0 ? segment.start : spoken.words![0]!.start,
        end: next === turns.length - 1 ? segment.end : spoken.words!.at(-1)!.end,
      })
    }
    at = next + 1
  }
  return placed
}

/** Divides a time among texts by their letters. */
function shareTime(
  turns: readonly ParsedSegment[],
  start: number | null,
  end: number | null,
): ParsedSegment[] {
  if (start === null || end === null || end <= start) {
    return turns.map((turn) => ({ ...turn, start, end }))
  }
  const letters = turns.reduce((sum, { text }) => sum + text.length, 0)
  let at = start
  return turns.map((turn) => {
    const begin = at
    at = roundToMs(at + ((end - start) * turn.text.length) / letters)
    const word = { from: 0, to: turn.text.length, start: begin, end: at, estimated: true }
    return { ...turn, start: begin, end: at, words: [word] }
  })
}
