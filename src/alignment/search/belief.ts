import type { PlacedWord } from './best-path.ts'
import { lenientCosts, strictCosts } from './costs.ts'
import { withoutIslands } from './islands.ts'
import type { Searched, WindowPlace, WindowSearch } from './search-window.ts'

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

export type Believe = (place: Omit<WindowPlace, 'costs' | 'asDecoy'>) => Promise<Believed>

/** With less of the window in words than this, the words may only be hard to hear. */
const enoughHeard = 0.4
/**
 * How much better than the same words in the wrong order they have to fit, natural logarithm, a frame. Under music it
 * was 0.5 to 0.8; in sound that is not in the text, up to 0.06.
 */
const leastAdvantage = 0.25

/**
 * Searches windows so that what is found can be believed. Where little is found, it is looked for once more with goodwill;
 * since goodwill finds something in any sound, the same words in the wrong order have to fit much worse.
 */
export function createBelief(search: WindowSearch): Believe {
  let isLenient = false

  async function leniently(place: Omit<WindowPlace, 'costs'>): Promise<Searched | null> {
    const [path, decoy] = [
      await search({ ...place, costs: lenientCosts }),
      await search({ ...place, costs: lenientCosts, asDecoy: true }),
    ]
    return path.score - decoy.score >= leastAdvantage * path.frames ? path : null
  }

  return async (place) => {
    const next = place.words.from
    function believedOf(path: Searched, { byGoodwill }: { byGoodwill: boolean }): Believed {
      const frames = { from: place.frames.from, to: place.frames.from + path.frames }
      const words = withoutIslands(path, { costs: strictCosts, next, frames })
      const gapBefore = path.gapBefore || words[0]?.word !== path.words[0]?.word
      return { frames: path.frames, words, gapBefore, byGoodwill }
    }
    if (isLenient) {
      const path = await leniently(place)
      if (path) return believedOf(path, { byGoodwill: true })
      isLenient = false
    }
    const strict = believedOf(await search({ ...place, costs: strictCosts }), { byGoodwill: false })
    if (heardShare(strict) >= enoughHeard) return strict
    const path = await leniently(place)
    if (!path) return strict
    isLenient = true
    return believedOf(path, { byGoodwill: true })
  }
}

function heardShare({ words, frames }: Believed): number {
  return words.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, frames)
}
