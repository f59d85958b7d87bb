import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { composeTurn } from '../../parsing/words/compose-turns.ts'
import type { TtmlInterval } from './clock.ts'

/** Text that is spoken together: a paragraph, or a sentence or second voice inside it. */
export interface TtmlBlock {
  /** `null` if only elements inside it have times. */
  readonly own: TtmlInterval | null
  readonly around: TtmlInterval
  readonly agent: string | undefined
  readonly language: string | undefined
  readonly line: number
  readonly pieces: TtmlPiece[]
}

export interface TtmlPiece {
  readonly text: string
  /** `xml:space="preserve"` applies. */
  readonly isPreserved: boolean
  /** The innermost timed span that contains it. */
  readonly stamp: TtmlStamp | null
}

export interface TtmlStamp {
  readonly interval: TtmlInterval
  readonly line: number
  /** The span is marked as a word, as in Apple Podcasts, which omits blanks between words. */
  readonly isWord: boolean
}

export type TtmlSegment = ParsedSegment & { readonly agent: string | undefined }

/**
 * A block's segments: one segment whose timed spans are its words, or, if the spans are phrases, one segment per span.
 */
export function segmentsOf(block: TtmlBlock): TtmlSegment[] {
  const stamps = new Map<TtmlStamp, string>()
  for (const { stamp, text } of block.pieces) {
    if (stamp !== null) stamps.set(stamp, (stamps.get(stamp) ?? '') + text)
  }
  for (const [stamp, text] of stamps) if (text.trim() === '') stamps.delete(stamp)
  const isOne =
    stamps.size === 1 &&
    block.pieces.every(({ stamp, text }) => stamp !== null || text.trim() === '')
  const areWords = [...stamps].every(([{ isWord }, text]) => isWord || isWordLike(text))
  if (areWords && !(isOne && ![...stamps.keys()][0]!.isWord)) return [segmentOfWords(block, stamps)]
  return splitAtStamps(block.pieces).map((pieces) => {
    const interval = pieces[0]!.stamp?.interval
    const { text } = layOut(pieces)
    return { ...describe(block, interval === undefined ? [] : [interval], true), text }
  })
}

/** Whether a text has no blanks and is not a sentence in a script without blanks. */
function isWordLike(text: string): boolean {
  const trimmed = text.trim()
  return (
    !/\s/.test(trimmed) &&
    !/[\p{Script=Han}\p{Script=Kana}\p{Script=Hira}\p{Script=Thai}]{7}/u.test(trimmed)
  )
}

function segmentOfWords(block: TtmlBlock, stamps: ReadonlyMap<TtmlStamp, string>): TtmlSegment {
  const about = describe(
    block,
    Array.from(stamps.keys(), ({ interval }) => interval),
    false,
  )
  if (stamps.size > 0 && block.pieces.every(({ stamp }) => stamp?.isWord)) {
    const heard = Array.from(stamps, ([{ interval }, text]) => heardWord(text, interval))
    const { text, words = [] } = composeTurn(heard)
    return { ...about, text, words }
  }
  return { ...about, ...layOut(block.pieces) }
}

function heardWord(text: string, { start, end }: TtmlInterval): RecognisedWord {
  return { text, start, end, confidence: null, speaker: undefined }
}

function splitAtStamps(pieces: readonly TtmlPiece[]): TtmlPiece[][] {
  const groups: TtmlPiece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]!.stamp === piece.stamp) last.push(piece)
    else groups.push([piece])
  }
  return groups.filter((group) => group.some(({ text }) => text.trim() !== ''))
}

function describe(
  block: TtmlBlock,
  inside: readonly TtmlInterval[],
  isSplit: boolean,
): Omit<TtmlSegment, 'text'> {
  const { own, around, agent, language, line } = block
  const shown = isSplit && inside.length > 0 ? hull(inside) : (own ?? hull(inside) ?? around)
  const isTimed = shown !== null && shown.isDeclared
  return {
    start: isTimed ? shown.start : null,
    end: isTimed ? shown.end : null,
    agent,
    line,
    ...(language === undefined ? {} : { language }),
  }
}

function hull(intervals: readonly TtmlInterval[]): TtmlInterval | null {
  if (intervals.length === 0) return null
  let start = Infinity
  let end: number | null = null
  for (const interval of intervals) {
    start = Math.min(start, interval.start)
    end = Math.max(end ?? interval.start, interval.end ?? interval.start)
  }
  return { start, end, isDeclared: true }
}

/**
 * Collapses white space to single blanks unless it is preserved:
 * https://www.w3.org/TR/ttml2/#content-attribute-xml-space
 */
function layOut(pieces: readonly TtmlPiece[]): { text: string; words: Word[] } {
  let text = ''
  const places = new Map<TtmlStamp, { from: number; to: number }>()
  for (const { text: written, isPreserved, stamp } of pieces) {
    let shown = isPreserved || written === '\n' ? written : written.replace(/[ \t\n]+/g, ' ')
    if (!isPreserved && /^[ ]/.test(shown) && (text === '' || /[ \n]$/.test(text)))
      shown = shown.slice(1)
    const from = text.length + shown.length - shown.trimStart().length
    text += shown
    const to = text.trimEnd().length
    if (stamp === null || shown.trim() === '') continue
    places.set(stamp, { from: places.get(stamp)?.from ?? from, to })
  }
  const words = Array.from(places, ([{ interval }, place]) => ({
    ...place,
    start: interval.start,
    end: interval.end ?? interval.start,
  }))
  return { text, words }
}
