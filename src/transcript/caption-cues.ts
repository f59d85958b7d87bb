import { endsSentence } from './conventions/sentence-ends.ts'
import { isTimed } from './transcript.ts'
import type { Segment, TimedSegment, Transcript, Word } from './transcript.ts'

/** Two lines of 42 characters, and seconds: what viewers can read at once. */
const mostCharacters = 84
const mostSeconds = 7

/** How much better than in the middle a cut is at such a place: shares of the text. */
const atSentence = 1
const atClause = 0.25
const atPause = 0.15
/** Seconds. */
const shortPause = 0.3

/** Formats whose segments are shown one at a time, over a picture. */
const captionFormats: ReadonlySet<string> = new Set(['webvtt', 'subrip', 'sbv', 'ttml', 'lrc'])

/**
 * Divides the segments of a text that had no cues of its own, such as paragraphs, into cues for a caption format: at
 * sentences, else at clauses and pauses, by the times of the words. A word without a time goes with the one before.
 * Segments without word times stay as they are; no text is lost. Other formats keep the divisions of the text.
 */
export function cutIntoCues(transcript: Transcript, format: string): Transcript {
  if (!captionFormats.has(format)) return transcript
  return { ...transcript, segments: transcript.segments.flatMap(cuesOf) }
}

/** Words by index, half open. */
interface WordRange {
  readonly first: number
  readonly last: number
}

function cuesOf(segment: Segment): readonly Segment[] {
  if (!isTimed(segment) || segment.words.length < 2) return [segment]
  const cues: Segment[] = []
  const open: WordRange[] = [{ first: 0, last: segment.words.length }]
  for (let range = open.pop(); range; range = open.pop()) {
    const cue = cueOf(segment, range)
    const isShort = cue.text.length <= mostCharacters && cue.end - cue.start <= mostSeconds
    if (isShort || range.last - range.first < 2) {
      cues.push(cue)
      continue
    }
    const middle = bestCut(segment, range)
    open.push({ first: middle, last: range.last }, { first: range.first, last: middle })
  }
  return cues.length === 1 ? [segment] : cues
}

/** The word before which to cut: near the middle, and where the text or the speaker pauses. */
function bestCut({ text, words }: TimedSegment, { first, last }: WordRange): number {
  const from = words[first]!.from
  const length = words[last - 1]!.to - from
  let best = first + 1
  let highest = -Infinity
  for (let at = first + 1; at < last; at++) {
    const before = words[at - 1]!
    const word = words[at]!
    const written = text.slice(before.from, word.from)
    if (!/\s/.test(text.slice(before.to, word.from))) continue
    const imbalance = Math.abs((word.from - from) / length - 0.5)
    const bonus = endsSentence(written)
      ? atSentence
      : /[,;:—–-]["'”’»)\]]*\s*$/u.test(written)
        ? atClause
        : word.start - before.end >= shortPause
          ? atPause
          : 0
    if (bonus - imbalance <= highest) continue
    highest = bonus - imbalance
    best = at
  }
  return best
}

function cueOf(segment: TimedSegment, { first, last }: WordRange): TimedSegment {
  const { words, text } = segment
  const from = first === 0 ? 0 : words[first]!.from
  const next = words[last]
  const part = text.slice(from, next ? next.from : text.length).trimEnd()
  const moved = words.slice(first, last).map((word): Word => ({
    ...word,
    from: word.from - from,
    to: Math.min(word.to - from, part.length),
  }))
  const { beginsTurn, issues: _, ...rest } = segment
  return {
    ...rest,
    ...(beginsTurn && first === 0 ? { beginsTurn } : {}),
    text: part,
    words: moved,
    start: first === 0 ? segment.start : moved[0]!.start,
    end: next ? moved.at(-1)!.end : segment.end,
  }
}
