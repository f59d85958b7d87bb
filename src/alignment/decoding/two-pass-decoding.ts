import type { PlacedWord } from './viterbi.ts'
import { lenientCosts, strictCosts } from './penalties.ts'
import { withoutIslands } from './spurious-matches.ts'
import type { Searched, WindowPlace, WindowSearch } from './decode-window.ts'
import { beginningOf, unheardStretch } from './unmatched-audio.ts'
import type { Stretch } from './unmatched-audio.ts'

/** What can be believed of a window. */
export interface Believed {
  /** Fewer than were asked for where the sound ends. */
  readonly frames: number
  readonly words: readonly PlacedWord[]
  /** Whether there is a gap before the first of them. */
  readonly gapBefore: boolean
  /** They were found only with goodwill. */
  readonly byGoodwill: boolean
}

interface Place extends Omit<WindowPlace, 'costs' | 'asDecoy'> {
  /** These are all the words that there are for all the sound that there is. */
  readonly isWhole?: boolean
}

export interface Belief {
  /** What is said in a window that should hold the text. */
  look(place: Place): Promise<Believed>
  /** Whether any of much text is said in a window: without goodwill, unless the last window that was looked at needed it. */
  seek(place: Place): Promise<Believed>
}

/** With less of the window in words than this, the words may only be hard to hear. */
const enoughHeard = 0.4
/**
 * How much better than the same words in the wrong order they have to fit, natural logarithm, a frame. Under music it
 * was 0.5 to 0.8; in sound that is not in the text, up to 0.06.
 */
const leastAdvantage = 0.25

/**
 * Searches windows so that what is found can be believed. Where little is found, it is looked for once more with goodwill.
 * Since goodwill finds something in any sound, it is tried on a sample first, in which the same words in the wrong
 * order have to fit much worse.
 */
export function createBelief(search: WindowSearch): Belief {
  let isLenient = false

  async function strictly(place: Place): Promise<Believed> {
    const path = await search({ ...place, costs: strictCosts })
    return believedOf(path, place, { byGoodwill: false })
  }

  async function withGoodwill(place: Place): Promise<Believed> {
    const path = await search({ ...place, costs: lenientCosts })
    return believedOf(path, place, { byGoodwill: true })
  }

  async function goodwillHelps({ frames, words }: Stretch): Promise<boolean> {
    const place = {
      frames,
      words,
      ends: { fromGap: true, to: 'anywhere' },
      costs: lenientCosts,
    } as const
    const path = await search(place)
    const decoy = await search({ ...place, asDecoy: true })
    return path.score - decoy.score >= leastAdvantage * path.frames
  }

  return {
    async look(place) {
      const strict = isLenient ? null : await strictly(place)
      if (strict && heardShare(strict) >= enoughHeard) return strict
      const sample = strict ? unheardStretch(place, strict) : beginningOf(place)
      isLenient = sample !== null && (await goodwillHelps(sample))
      if (isLenient) return withGoodwill(place)
      return strict ?? strictly(place)
    },
    async seek(place) {
      return isLenient && (await goodwillHelps(place)) ? withGoodwill(place) : strictly(place)
    },
  }
}

function believedOf(
  path: Searched,
  { words: range, frames: { from }, isWhole = false }: Place,
  { byGoodwill }: { byGoodwill: boolean },
): Believed {
  const frames = { from, to: from + path.frames }
  const words = withoutIslands(path, {
    costs: strictCosts,
    next: range.from,
    frames,
    whole: isWhole ? range : null,
  })
  const gapBefore = path.gapBefore || words[0]?.word !== path.words[0]?.word
  return { frames: path.frames, words, gapBefore, byGoodwill }
}

function heardShare({ words, frames }: Believed): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, frames)
}
