import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import type { DecodeWindow, WordRange } from './decode-window.ts'
import { createTwoPassDecoder } from './two-pass-decoding.ts'
import type { DecodedWord } from './viterbi.ts'

/** A part of the script that has been decoded: its words, and where the matched ones are. */
export interface DecodedPart {
  /** All words of the part; those that `matched` lacks are not in the audio. */
  readonly words: WordRange
  readonly matched: readonly DecodedWord[]
  /** The frame at which the part's audio starts, */
  readonly since: number
  /** and the frame at which it ends. */
  readonly until: number
  /** The audio or the text before the part may have no counterpart. */
  readonly fillerBefore: boolean
  /** The words matched with lenient penalties only, as under music or in noise. */
  readonly byLenientPass: boolean
}

/** Audio, and the words to be found in it. */
export interface Section {
  readonly frames: FrameRange
  readonly words: WordRange
}

/** Frames decoded at once, and how many words ahead may be spoken or skipped within them. */
interface WindowSize {
  readonly length: number
  readonly lookAhead: number
}

const shortWindow: WindowSize = { length: 60 * framesPerSecond, lookAhead: 230 }
/** For windows in which the matches stop before the end, or reach the end of the look-ahead. */
const longWindow: WindowSize = { length: 100 * framesPerSecond, lookAhead: 480 }
/** Frames without a match at the end of a window that call for the long one. */
const matchesStop = 8 * framesPerSecond
/** Words left of the look-ahead that call for the long one. */
const lookAheadUsed = 15

/** Frames of a window whose path later audio can no longer change. */
const stableFrames = 42 * framesPerSecond
const minStep = 28 * framesPerSecond
/** Unmatched frames after which the rest of the text is searched for a place to resume. */
const longUnmatched = 20 * framesPerSecond
const longUnmatchedAtEnd = 5 * framesPerSecond
/** Words ahead that are searched for a place to resume. */
const resumeLookAhead = 12000
const probeLength = 30 * framesPerSecond

/**
 * Windowed Viterbi decoding of a section. Each window is decoded as a whole, its stable part is kept, and the next
 * window starts where that part ends. Where the audio leaves the text, the text ahead is searched for the place at which
 * it resumes.
 */
export async function* decodeSection(
  decodeWindow: DecodeWindow,
  { frames, words }: Section,
  /** The word must stay in one part with the word before it: both are the spoken form of one number. */
  isJoined: (word: number) => boolean = () => false,
): AsyncGenerator<DecodedPart, void, void> {
  const decoder = createTwoPassDecoder(decodeWindow)
  let at = frames.from
  let next = words.from
  let startsInFiller = true
  let searchedUntil = at

  while (at < frames.to && next < words.to) {
    const short = await decodeNext(shortWindow)
    const {
      frames: length,
      words: accepted,
      isLast,
      last,
      fillerBefore,
      byLenientPass,
    } = needsLongWindow(short) ? await decodeNext(longWindow) : short
    if (length === 0) break
    const cut = isLast
      ? { at: frames.to, kept: accepted, startsInFiller: false }
      : cutPath(accepted, { from: at, to: at + length }, isJoined)

    const nextWord = cut.kept.length === 0 ? next : cut.kept.at(-1)!.word + 1
    const part = {
      matched: cut.kept,
      since: at,
      until: cut.at,
      fillerBefore: startsInFiller || fillerBefore,
      byLenientPass,
    }
    const unmatchedSince = cut.kept.at(-1)?.end ?? at
    const isLost = isLast
      ? cut.at - unmatchedSince >= longUnmatchedAtEnd
      : cut.startsInFiller && cut.at - unmatchedSince >= longUnmatched
    if (isLost && last < words.to && searchedUntil < cut.at) {
      const from = Math.max(unmatchedSince, searchedUntil)
      const resumed = await findResume(from, isLast ? cut.at : 0, nextWord)
      searchedUntil = cut.at
      if (resumed) {
        yield { ...part, words: { from: next, to: resumed.word }, until: resumed.frame }
        at = resumed.frame
        next = resumed.word
        startsInFiller = true
        continue
      }
    }
    const decided = isLast ? words.to : nextWord
    yield { ...part, words: { from: next, to: decided } }
    next = decided
    at = cut.at
    startsInFiller = cut.startsInFiller
  }
  if (next < words.to) {
    yield {
      words: { from: next, to: words.to },
      matched: [],
      since: at,
      until: frames.to,
      fillerBefore: true,
      byLenientPass: false,
    }
  }

  async function decodeNext({ length, lookAhead }: WindowSize) {
    const end = Math.min(at + length, frames.to)
    const isLast = end === frames.to
    const last = Math.min(words.to, next + lookAhead)
    const accepted = await decoder.decode({
      frames: { from: at, to: end },
      words: { from: next, to: last },
      ends: { startsInFiller, to: isLast && last === words.to ? 'end' : 'anywhere' },
      isWhole: isLast && at === frames.from && next === words.from && last === words.to,
    })
    return { ...accepted, isLast, last, end }
  }

  /** The first word from `word` on that is spoken in the probe after `frame`, or in later probes up to `until`. */
  async function findResume(frame: number, until: number, word: number) {
    const range = { from: word, to: Math.min(words.to, word + resumeLookAhead) }
    const ends = { startsInFiller: true, to: 'anywhere' } as const
    for (let from = frame; from === frame || from < until; from += probeLength) {
      const probe = { from, to: Math.min(from + probeLength, frames.to) }
      const { words: matched } = await decoder.probe({ frames: probe, words: range, ends })
      const [first] = matched
      if (first) {
        return { word: first.word, frame: Math.max(from, first.start - framesPerSecond / 2) }
      }
    }
    return null
  }
}

/** Words match, and then none up to the end of the window, or the match uses up the look-ahead. */
function needsLongWindow(window: {
  words: readonly DecodedWord[]
  isLast: boolean
  end: number
  last: number
}): boolean {
  const last = window.words.at(-1)
  if (last === undefined || window.isLast) return false
  return window.end - last.end > matchesStop || last.word >= window.last - lookAheadUsed
}

interface Cut {
  readonly at: number
  readonly kept: readonly DecodedWord[]
  readonly startsInFiller: boolean
}

/** Cuts a window in the longest pause of the last `stableFrames − minStep` frames that are stable. */
function cutPath(
  path: readonly DecodedWord[],
  { from, to }: FrameRange,
  isJoined: (word: number) => boolean,
): Cut {
  const latest = Math.min(to, from + stableFrames)
  const before = path.filter(({ end }) => end <= latest)
  const following = path[before.length]
  const lastEnd = before.at(-1)?.end ?? from
  if (
    (following?.start ?? to) - lastEnd > 2 * framesPerSecond &&
    latest > lastEnd + framesPerSecond
  ) {
    return { at: latest, kept: before, startsInFiller: true }
  }
  let best = before.length
  let longest = -1
  for (let count = before.length; count > 0; count--) {
    const { end } = path[count - 1]!
    if (end < from + minStep) break
    if (isJoined(path[count - 1]!.word + 1)) continue
    const pause = (path[count]?.start ?? to) - end
    if (pause > longest) {
      longest = pause
      best = count
    }
  }
  const kept = path.slice(0, best)
  const last = kept.at(-1)
  return { at: last?.end ?? latest, kept, startsInFiller: last?.fillerAfter ?? true }
}
