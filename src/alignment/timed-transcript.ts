import type { FoundTimes, FoundWord } from '#transcript/found-timing.ts'
import type { TimingIssue, Segment, Transcript, Word } from '#transcript/transcript.ts'
import { isTimed } from '#transcript/transcript.ts'

/** A transcript that receives its times step by step. */
export interface TimedTranscript {
  add(found: FoundTimes): void
  /**
   * The transcript with the times so far. Segments that did not change since the last call are the same objects.
   * `undecided`: segments without a final result yet.
   */
  current(undecided?: SegmentRange): Transcript
}

/** Indices of segments, half open. */
interface SegmentRange {
  readonly from: number
  readonly to: number
}

/** Words below it are not highlighted during playback. */
const sureConfidence = 0.5
/** Seconds per segment: a shorter pause has no room for unspoken segments. */
const minPause = 0.1

/**
 * Applies found times to a transcript. A segment lasts from its first timed word to its last; a segment
 * without speech (a sound, a heading) fills the pause between its neighbours. Segments without results keep the times of
 * `base`.
 */
export function createTimedTranscript(base: Transcript): TimedTranscript {
  const segments: Segment[] = [...base.segments]
  const wordsOf = new Map<number, Word[]>()
  const issuesOf = new Map<number, TimingIssue[]>()

  function add({ words, issues }: FoundTimes) {
    const touched = new Set<number>()
    for (const word of words) {
      touched.add(word.segment)
      listIn(wordsOf, word.segment).push(timedWord(word))
    }
    for (const { segment, from, to, reason } of issues) {
      touched.add(segment)
      listIn(issuesOf, segment).push({ from, to, reason })
    }
    for (const { segment, reason } of issues) {
      if (reason !== 'estimated') continue
      wordsOf.set(segment, listIn(wordsOf, segment).map(asEstimate))
    }
    for (const segment of touched) {
      segments[segment] = withTimes(base.segments[segment]!, {
        words: wordsOf.get(segment) ?? [],
        issues: issuesOf.get(segment) ?? [],
      })
    }
  }

  return {
    add,
    current(undecided = { from: 0, to: 0 }) {
      const filled = fillPauses(segments, undecided)
      return { ...base, timing: timingOf(filled), segments: filled }
    },
  }
}

/** Removes all times and issues. */
export const withoutTimes = (transcript: Transcript): Transcript => ({
  ...transcript,
  timing: 'none',
  segments: transcript.segments.map((segment) => ({
    ...withoutIssues(segment),
    start: null,
    end: null,
    words: [],
  })),
})

function withoutIssues(segment: Segment): Segment {
  const { issues, ...rest } = segment
  return issues === undefined ? segment : rest
}

/** Applies all times at once: see `createTimedTranscript`. */
export function timedTranscript(base: Transcript, found: FoundTimes): Transcript {
  const timed = createTimedTranscript(base)
  timed.add(found)
  return timed.current()
}

function timedWord({ from, to, start, end, confidence }: FoundWord): Word {
  const word = { from, to, start, end, confidence }
  return confidence < sureConfidence ? { ...word, unsure: true } : word
}

const asEstimate = (word: Word): Word => ({ ...word, estimated: true, unsure: true })

function withTimes(
  segment: Segment,
  { words, issues }: { words: readonly Word[]; issues: readonly TimingIssue[] },
): Segment {
  const inOrder = words.toSorted((a, b) => a.from - b.from)
  return {
    ...withoutIssues(segment),
    start: inOrder[0]?.start ?? segment.start,
    end: inOrder.at(-1)?.end ?? segment.end,
    words: inOrder.length > 0 ? inOrder : segment.words,
    ...(issues.length === 0 ? {} : { issues: issues.toSorted((a, b) => a.from - b.from) }),
  }
}

/** Segments without speech share the pause between their neighbours. */
function fillPauses(segments: readonly Segment[], undecided: SegmentRange): readonly Segment[] {
  const filled = [...segments]
  const isUnspoken = (at: number) =>
    isWithoutResult(filled[at]!) && !(undecided.from <= at && at < undecided.to)
  let before: number | null = null
  for (let at = 0; at < filled.length; at++) {
    const segment = filled[at]!
    if (isTimed(segment)) before = segment.end
    else if (!isUnspoken(at)) before = null
    if (before === null || isTimed(segment)) continue
    let after = at
    while (after < filled.length && isUnspoken(after)) after++
    const next = filled[after]
    if (next && isTimed(next) && next.start - before > minPause * (after - at)) {
      const share = (next.start - before) / (after - at)
      for (let each = at; each < after; each++) {
        const start = before + share * (each - at)
        filled[each] = { ...filled[each]!, start, end: start + share }
      }
    }
    at = after - 1
  }
  return filled
}

const isWithoutResult = (segment: Segment) =>
  !isTimed(segment) && segment.words.length === 0 && segment.issues === undefined

function timingOf(segments: readonly Segment[]): Transcript['timing'] {
  if (segments.some(({ words }) => words.some(({ estimated }) => estimated !== true))) return 'word'
  return segments.some(isTimed) ? 'segment' : 'none'
}

function listIn<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
