import { chaptersByPlace } from './chapters.ts'
import { endsSentence } from './conventions/sentence-ends.ts'
import type { Line } from './line.ts'
import { isTimed } from './transcript.ts'
import type { TimingIssue, Segment, TimedSegment, Transcript, Word } from './transcript.ts'

/** `paragraphs`: what reads well. `segments`: one line for each cue of the file. */
export type Grouping = 'paragraphs' | 'segments'

const mostWords = 60
const mostSeconds = 30
/** A line this long may end where its sentence ends. */
const enoughWords = 25
/** A silence this long is a new line, seconds. */
const longestPauseInside = 2
/** Cues of one speaker often touch by a frame or two, seconds. */
const allowedOverlap = 0.1

/**
 * Divides a transcript into lines to read: short cues are joined, long segments cut, at most about
 * 60 words or 30 s, at speakers, chapters, pauses and sentence ends. A segment without word times is
 * never cut, because the time of the cut is not known.
 */
export function toLines(transcript: Transcript, grouping: Grouping): Line[] {
  if (grouping === 'segments') return transcript.segments.map(wholeLine)
  const starts = transcript.segments.map(({ start }) => start)
  const chapters = chaptersByPlace(starts, transcript.chapters)
  const lines: Line[] = []
  transcript.segments.forEach((segment, index) => {
    for (const piece of cutLongSegment(segment, index)) {
      const open = lines.at(-1)
      if (open && piece.segment !== open.segment && canJoin(open, piece) && !chapters.has(index)) {
        lines[lines.length - 1] = join(open, piece)
      } else lines.push(piece)
    }
  })
  return lines
}

function wholeLine(segment: Segment, index: number): Line {
  const text = segment.text.replace(/\n(?![-–—‑])/g, ' ')
  const words =
    segment.words.length > 0 || !isTimed(segment) ? segment.words : [wholeSegment(segment)]
  return { ...segment, text, words, segment: index }
}

const wholeSegment = (segment: TimedSegment): Word => ({
  from: 0,
  to: segment.text.length,
  start: segment.start,
  end: segment.end,
})

function cutLongSegment(segment: Segment, index: number): Line[] {
  const line = wholeLine(segment, index)
  if (segment.words.length < 2 || !isTimed(segment) || fits(line)) return [line]
  const pieces: Line[] = []
  let first = 0
  while (first < line.words.length) {
    const last = lastWordOfPiece(line, first)
    pieces.push(slice(line, { first, last }))
    first = last + 1
  }
  return pieces
}

/** The last word, at or after `first`, with which a piece that starts there should end. */
function lastWordOfPiece({ words, text }: Line, first: number): number {
  let sentenceEnd: number | null = null
  let count = 0
  for (let at = first; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    // Words without times go with the one before them.
    const wordWithMarks = text.slice(word.from, next ? next.from : text.length)
    count += countWords(wordWithMarks)
    const tooLong = count > mostWords || word.end - words[first]!.start > mostSeconds
    if (tooLong && at > first) return sentenceEnd ?? at - 1
    if (endsSentence(wordWithMarks)) {
      sentenceEnd = at
      if (count >= enoughWords) return at
    }
  }
  return words.length - 1
}

function slice(line: Line, range: { first: number; last: number }): Line {
  const from = range.first === 0 ? 0 : line.words[range.first]!.from
  const next = line.words[range.last + 1]
  const text = line.text.slice(from, next ? next.from : line.text.length).trimEnd()
  const words = line.words
    .slice(range.first, range.last + 1)
    .map((word) => ({ ...word, from: word.from - from, to: Math.min(word.to - from, text.length) }))
  const { issues, ...rest } = line
  return {
    ...rest,
    text,
    words,
    start: range.first === 0 ? line.start : words[0]!.start,
    end: next ? words.at(-1)!.end : line.end,
    ...(from === 0 ? {} : { offset: from }),
    ...someIssues(issuesWithin(issues ?? [], { from, to: from + text.length })),
  }
}

/** The issues that overlap the range, with offsets from its beginning. */
function issuesWithin(issues: readonly TimingIssue[], { from, to }: { from: number; to: number }) {
  return issues
    .filter((issue) => issue.from < to && issue.to > from)
    .map((issue) => ({
      ...issue,
      from: Math.max(issue.from, from) - from,
      to: Math.min(issue.to, to) - from,
    }))
}

const someIssues = (issues: readonly TimingIssue[]) => (issues.length === 0 ? {} : { issues })

function canJoin(open: Line, next: Line): boolean {
  if (open.start === null || next.start === null || open.end === null || next.end === null)
    return false
  if (open.kind !== 'speech' || next.kind !== 'speech') return false
  if (next.beginsTurn === true || open.speaker !== next.speaker || open.language !== next.language)
    return false
  const pause = next.start - open.end
  if (pause > longestPauseInside || pause < -allowedOverlap) return false
  const words = countWords(open.text)
  if (words >= enoughWords && endsSentence(open.text)) return false
  return words + countWords(next.text) <= mostWords && next.end - open.start <= mostSeconds
}

function join(open: Line, next: Line): Line {
  const glue = joinsWithoutSpace(open.text, next.text) ? '' : ' '
  const shift = open.text.length + glue.length
  return {
    ...open,
    text: open.text + glue + next.text,
    end: next.end,
    words: [...open.words, ...moved(next.words, shift)],
    ...someIssues([...(open.issues ?? []), ...moved(next.issues ?? [], shift)]),
  }
}

const moved = <Range extends { from: number; to: number }>(ranges: readonly Range[], by: number) =>
  ranges.map((range) => ({ ...range, from: range.from + by, to: range.to + by }))

function fits(line: Line): boolean {
  return countWords(line.text) <= mostWords && (line.end ?? 0) - (line.start ?? 0) <= mostSeconds
}

/** Chinese, Japanese and Thai put no space between words; there, a word is about two characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const joinsWithoutSpace = (before: string, after: string) =>
  unspaced.test(before.at(-1) ?? '') && unspaced.test(after.at(0) ?? '')

function countWords(text: string): number {
  if (unspaced.test(text)) return Math.ceil(text.length / 2)
  let count = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= 32
    if (!isSpace && !inside) count++
    inside = !isSpace
  }
  return count
}
