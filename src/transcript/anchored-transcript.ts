import { speakingTime } from './repair.ts'
import type { TimeAnchor } from './found-timing.ts'
import { isTimed } from './transcript.ts'
import type { Segment, Transcript, Word } from './transcript.ts'

/**
 * The transcript with the text of each anchor starting at its time. Nothing else moves, save that what ended where that text
 * began ends no later than it begins now. Anchors in texts without times bind an alignment only.
 */
export function anchoredTranscript(
  transcript: Transcript,
  anchors: readonly TimeAnchor[],
): Transcript {
  if (anchors.length === 0 || transcript.timing === 'none') return transcript
  const segments = [...transcript.segments]
  for (const { segment: at, offset, time } of anchors) {
    const segment = segments[at]
    if (!segment) continue
    segments[at] =
      offset === 0 ? startingAt(segment, time, segments[at + 1]) : wordsFrom(segment, offset, time)
    const before = segments[at - 1]
    if (offset === 0 && before && touches(before, segment))
      segments[at - 1] = endingBy(before, time)
  }
  return { ...transcript, segments }
}

function startingAt(segment: Segment, time: number, next: Segment | undefined): Segment {
  if (!isTimed(segment)) return { ...segment, start: time, end: estimatedEnd(segment, time, next) }
  if (time >= segment.end) return moved(segment, time - segment.start)
  const words = clampedFrom(segment.words, 0, time)
  return { ...segment, start: time, words }
}

/** The text from this offset on starts at this time; what stands before it in the segment ends by then. */
function wordsFrom(segment: Segment, offset: number, time: number): Segment {
  const first = segment.words.findIndex(({ from }) => from >= offset)
  if (first === -1) return segment
  const before = segment.words.slice(0, first).map((word) => endedBy(word, time))
  const words = [...before, ...clampedFrom(segment.words, first, time)]
  return { ...segment, words, end: Math.max(segment.end!, words.at(-1)!.end) }
}

/** The words from `first` on: that one starts at this time, none before it. */
function clampedFrom(words: readonly Word[], first: number, time: number): Word[] {
  return words.slice(first).map((word, at) => {
    const start = at === 0 ? time : Math.max(time, word.start)
    return start === word.start ? word : { ...word, start, end: Math.max(start, word.end) }
  })
}

const moved = (segment: Segment, by: number): Segment => ({
  ...segment,
  start: segment.start! + by,
  end: segment.end! + by,
  words: segment.words.map((word) => ({ ...word, start: word.start + by, end: word.end + by })),
})

const touches = (before: Segment, segment: Segment): boolean =>
  isTimed(before) && segment.start !== null && before.end <= segment.start

function endingBy(segment: Segment, time: number): Segment {
  if (segment.end! <= time || segment.start! >= time) return segment
  return { ...segment, end: time, words: segment.words.map((word) => endedBy(word, time)) }
}

const endedBy = (word: Word, time: number): Word =>
  word.end <= time ? word : { ...word, start: Math.min(word.start, time), end: time }

/** Of a segment without times: by the length of its text, and not beyond the start of the next. */
function estimatedEnd({ text }: Segment, start: number, next: Segment | undefined): number {
  const end = start + speakingTime(text)
  const nextStart = next?.start ?? Infinity
  return nextStart > start ? Math.min(end, nextStart) : end
}
