import type { Word } from '#transcript/transcript.ts'
import { isLatin, toNfc } from './encoding/normalise-text.ts'
import type { ParsedSegment } from './parsed-transcript.ts'

interface TextSpan {
  readonly from: number
  readonly to: number
}

/** Removes blank lines and blanks at the ends of lines, and adjusts the offsets of words. */
export function trimText(segment: ParsedSegment): ParsedSegment {
  if (isTrimmed(segment.text)) return segment
  const kept: TextSpan[] = []
  let at = 0
  for (const line of segment.text.split('\n')) {
    const from = at + line.length - line.trimStart().length
    const to = from + line.trim().length
    if (to > from) kept.push({ from, to })
    at += line.length + 1
  }
  const [only] = kept
  const isWhole = kept.length === 1 && only!.from === 0 && only!.to === segment.text.length
  return composeText(isWhole ? segment : keep(segment, kept))
}

/** Whether a text is NFC without blanks at the ends of its lines (a fast test that may miss some). */
function isTrimmed(text: string): boolean {
  return (
    isVisibleAscii(text.charCodeAt(0)) &&
    isVisibleAscii(text.charCodeAt(text.length - 1)) &&
    isLatin(text) &&
    !(text.includes('\n') && /\s\n|\n\s/.test(text))
  )
}

function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f
}

/** Removes the first `length` characters from a segment. */
export function cutStart(segment: ParsedSegment, length: number): ParsedSegment {
  return keep(segment, [{ from: length, to: segment.text.length }])
}

/** The part of a segment between two offsets, with the words in it and the segment’s times. */
export function sliceSegment(segment: ParsedSegment, from: number, to: number): ParsedSegment {
  return keep(segment, [{ from, to }])
}

/** Joins the kept ranges with line breaks and shifts the offsets of words. */
function keep(segment: ParsedSegment, kept: readonly TextSpan[]): ParsedSegment {
  const text = kept.map(({ from, to }) => segment.text.slice(from, to)).join('\n')
  const words: Word[] = []
  let first = 0
  let shift = kept[0]?.from ?? 0
  for (const word of segment.words ?? []) {
    while (first < kept.length && kept[first]!.to <= word.from) {
      const next = kept[first + 1]
      if (next !== undefined) shift += next.from - kept[first]!.to - 1
      first += 1
    }
    const begin = kept[first]
    if (begin === undefined || begin.from >= word.to) continue
    let last = first
    let lastShift = shift
    while (kept[last + 1] !== undefined && kept[last + 1]!.from < word.to) {
      lastShift += kept[last + 1]!.from - kept[last]!.to - 1
      last += 1
    }
    const from = Math.max(word.from, begin.from) - shift
    const to = Math.min(word.to, kept[last]!.to) - lastShift
    if (from < to) words.push({ ...word, from, to })
  }
  return { ...segment, text, words }
}

/**
 * Normalises to NFC again after character references and escapes were decoded. Words that merge at a boundary become
 * one.
 */
function composeText(segment: ParsedSegment): ParsedSegment {
  const { text } = segment
  if (toNfc(text) === text) return segment
  const words: Word[] = []
  let composed = ''
  let at = 0
  for (const word of segment.words ?? []) {
    composed += toNfc(text.slice(at, word.from))
    const spelled = toNfc(text.slice(word.from, word.to))
    const last = words.at(-1)
    if (last !== undefined && last.to === composed.length && growTogether(composed, spelled)) {
      composed = composed.slice(0, last.from) + toNfc(composed.slice(last.from) + spelled)
      words[words.length - 1] = { ...last, to: composed.length, end: word.end }
    } else {
      words.push({ ...word, from: composed.length, to: composed.length + spelled.length })
      composed += spelled
    }
    at = word.to
  }
  composed += toNfc(text.slice(at))
  const whole = toNfc(composed)
  return whole === composed
    ? { ...segment, text: composed, words }
    : { ...segment, text: whole, words: [] }
}

function growTogether(before: string, after: string): boolean {
  const border = before.slice(-8) + after.slice(0, 8)
  return border.normalize('NFC') !== border
}
