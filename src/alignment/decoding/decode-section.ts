import { framesPerSecond } from '../acoustic-features/mel-cepstra.ts'
import type { Frames } from '../scoring/score-cache.ts'
import { createBelief } from './two-pass-decoding.ts'
import type { PlacedWord } from './viterbi.ts'
import type { WindowSearch, WordRange } from './decode-window.ts'

/** What is known of a part of the text: words of it, and where those are that were heard. */
export interface Decided {
  /** All of these have been decided upon; those that `heard` does not name are not in the sound. */
  readonly words: WordRange
  readonly heard: readonly PlacedWord[]
  /** The sound from this frame on was looked at for it. */
  readonly since: number
  /** The sound up to this frame has been dealt with. */
  readonly until: number
  /** Whether what comes before may be text or sound without a counterpart. */
  readonly gapBefore: boolean
  /** What was heard was heard only with goodwill: under music, in noise. */
  readonly byGoodwill: boolean
}

export interface Section {
  readonly frames: Frames
  readonly words: WordRange
}

/** Frames of sound that are searched at once, and words that may be said, or left out, within them. */
interface View {
  readonly length: number
  readonly ahead: number
}

const shortView: View = { length: 60 * framesPerSecond, ahead: 230 }
/** Where the words stop, something like them may come later, and be them; where they run out, more may be said. */
const longView: View = { length: 100 * framesPerSecond, ahead: 480 }
const stopsFor = 8 * framesPerSecond
const nearlyAll = 15

/** What lies nearer to the window's end may yet change, with what comes after it. */
const surely = 42 * framesPerSecond
const leastStep = 28 * framesPerSecond
/** A gap this long may mean that the text went on somewhere else. */
const longGap = 20 * framesPerSecond
const longGapAtEnd = 5 * framesPerSecond
/** How far the text is looked through for what is being said, words. */
const farthest = 12000
const probeLength = 30 * framesPerSecond

/**
 * Follows a text through the sound, window by window: each window is searched exactly, what is far enough
 * from its end is kept, and the next one begins there. Where the sound seems to have left the text, all the
 * text ahead is looked through for the place at which it goes on.
 */
export async function* followText(
  search: WindowSearch,
  { frames, words }: Section,
  /** Whether it belongs to the word before it: a number is several words that are one stretch of the text. */
  isJoined: (word: number) => boolean = () => false,
): AsyncGenerator<Decided, void, void> {
  const belief = createBelief(search)
  let at = frames.from
  let next = words.from
  let fromGap = true
  let soughtUntil = at

  while (at < frames.to && next < words.to) {
    const view = await look(shortView)
    const {
      frames: length,
      words: credible,
      isLast,
      last,
      gapBefore,
      byGoodwill,
    } = seesNoMore(view) ? await look(longView) : view
    if (length === 0) break
    const reached = at + length
    const cut = isLast
      ? { at: frames.to, kept: credible, fromGap: false }
      : cutPath(credible, { from: at, to: reached }, isJoined)

    const said = lastWordOf(cut.kept, next)
    const known = {
      heard: cut.kept,
      since: at,
      until: cut.at,
      gapBefore: fromGap || gapBefore,
      byGoodwill,
    }
    const silentSince = cut.kept.at(-1)?.end ?? at
    const isLost = isLast
      ? cut.at - silentSince >= longGapAtEnd
      : cut.fromGap && cut.at - silentSince >= longGap
    if (isLost && last < words.to && soughtUntil < cut.at) {
      const found = await seek(Math.max(silentSince, soughtUntil), isLast ? cut.at : 0, said)
      soughtUntil = cut.at
      if (found) {
        yield { ...known, words: { from: next, to: found.word }, until: found.frame }
        at = found.frame
        next = found.word
        fromGap = true
        continue
      }
    }
    const decided = isLast ? words.to : said
    yield { ...known, words: { from: next, to: decided } }
    next = decided
    at = cut.at
    fromGap = cut.fromGap
  }
  if (next < words.to) {
    const rest = { from: next, to: words.to }
    const nothing = { heard: [], since: at, until: frames.to, gapBefore: true, byGoodwill: false }
    yield { ...nothing, words: rest }
  }

  async function look({ length, ahead }: View) {
    const end = Math.min(at + length, frames.to)
    const isLast = end === frames.to
    const last = Math.min(words.to, next + ahead)
    const believed = await belief.look({
      frames: { from: at, to: end },
      words: { from: next, to: last },
      ends: { fromGap, to: isLast && last === words.to ? 'end' : 'anywhere' },
      isWhole: isLast && at === frames.from && next === words.from && last === words.to,
    })
    return { ...believed, isLast, last, end }
  }

  /** The place in the text, from `word` on, that is being said in a probe after `frame`, or in others up to `until`. */
  async function seek(frame: number, until: number, word: number) {
    const range = { from: word, to: Math.min(words.to, word + farthest) }
    const ends = { fromGap: true, to: 'anywhere' } as const
    for (let from = frame; from === frame || from < until; from += probeLength) {
      const probe = { from, to: Math.min(from + probeLength, frames.to) }
      const { words: heard } = await belief.seek({ frames: probe, words: range, ends })
      const [first] = heard
      if (first) {
        return { word: first.word, frame: Math.max(from, first.start - framesPerSecond / 2) }
      }
    }
    return null
  }
}

/** Words were found, and after them nothing up to the end of the sound, or of the text, that was searched. */
function seesNoMore(view: {
  words: readonly PlacedWord[]
  isLast: boolean
  end: number
  last: number
}): boolean {
  const last = view.words.at(-1)
  if (last === undefined || view.isLast) return false
  return view.end - last.end > stopsFor || last.word >= view.last - nearlyAll
}

const lastWordOf = (kept: readonly PlacedWord[], otherwise: number) =>
  kept.length === 0 ? otherwise : kept.at(-1)!.word + 1

interface Cut {
  readonly at: number
  readonly kept: readonly PlacedWord[]
  readonly fromGap: boolean
}

/** Where a window that goes on is cut: in the longest pause within the last part of what is sure. */
function cutPath(
  path: readonly PlacedWord[],
  { from, to }: Frames,
  isJoined: (word: number) => boolean,
): Cut {
  const latest = Math.min(to, from + surely)
  const before = path.filter(({ end }) => end <= latest)
  const following = path[before.length]
  const lastEnd = before.at(-1)?.end ?? from
  if (
    (following?.start ?? to) - lastEnd > 2 * framesPerSecond &&
    latest > lastEnd + framesPerSecond
  ) {
    return { at: latest, kept: before, fromGap: true }
  }
  let best = before.length
  let longest = -1
  for (let count = before.length; count > 0; count--) {
    const { end } = path[count - 1]!
    if (end < from + leastStep) break
    if (isJoined(path[count - 1]!.word + 1)) continue
    const pause = (path[count]?.start ?? to) - end
    if (pause > longest) {
      longest = pause
      best = count
    }
  }
  const kept = path.slice(0, best)
  const last = kept.at(-1)
  return { at: last?.end ?? latest, kept, fromGap: last?.gapAfter ?? true }
}
