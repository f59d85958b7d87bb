import type { AlignedWord, AlignmentTally, Doubt, DoubtReason } from '../aligned.ts'
import type { TimedWord } from '../onsets/place-words.ts'
import type { SpokenWord, TextStretch } from '../script.ts'
import type { Decided } from '../search/follow-text.ts'
import type { WordRange } from '../search/search-window.ts'
import { gradeOf } from './confidence.ts'
import { phrasesOf } from './phrases.ts'

/** What is told of a row of words, in order of the text. */
export interface Graded {
  readonly words: readonly AlignedWord[]
  readonly doubts: readonly Doubt[]
}

export interface Grader {
  /** Grades what was found of a row of words, all of which have now been decided upon. */
  grade(placed: readonly TimedWord[], decided: Pick<Decided, 'words' | 'byGoodwill'>): Graded
  tally(): AlignmentTally
}

export function createGrader(spoken: readonly SpokenWord[]): Grader {
  let [sure, unsure, notHeard] = [0, 0, 0]
  return {
    grade(placed, { words: decided, byGoodwill }) {
      const words: AlignedWord[] = []
      const doubts: Doubt[] = []
      for (const phrase of phrasesOf(placed, spoken)) {
        const { confidence, reason } = gradeOf(phrase, { byGoodwill })
        for (const { word, start, end } of phrase.words) {
          const stretch = stretchOf(spoken[word]!)
          const last = words.at(-1)
          // The words that a number is read as are one stretch of the text.
          if (last && isSame(last, stretch)) words[words.length - 1] = { ...last, end }
          else words.push({ ...stretch, start, end, confidence })
          if (reason) doubt(doubts, stretch, reason)
        }
      }
      const missing = missingOf(placed, decided, spoken)
      for (const stretch of missing) doubt(doubts, stretch, 'not-heard')
      sure += words.filter((word) => word.confidence >= 0.5).length
      unsure += words.filter((word) => word.confidence < 0.5).length
      notHeard += missing.length
      return { words, doubts: doubts.toSorted((a, b) => a.line - b.line || a.from - b.from) }
    },
    tally: () => ({ sure, unsure, notHeard }),
  }
}

/** Stretches of which nothing was heard. */
function missingOf(
  placed: readonly TimedWord[],
  { from, to }: WordRange,
  spoken: readonly SpokenWord[],
): TextStretch[] {
  const heard = new Set(placed.map(({ word }) => word))
  const missing: TextStretch[] = []
  let known: TextStretch | null = null
  for (let word = from; word < to; word++) {
    const stretch = stretchOf(spoken[word]!)
    if (heard.has(word)) {
      if (missing.length > 0 && isSame(missing.at(-1)!, stretch)) missing.pop()
      known = stretch
    } else if (!(known && isSame(known, stretch))) {
      if (missing.length === 0 || !isSame(missing.at(-1)!, stretch)) missing.push(stretch)
    }
  }
  return missing
}

/** Neighbours of one line with one reason are one doubt. */
function doubt(doubts: Doubt[], stretch: TextStretch, reason: DoubtReason) {
  const last = doubts.at(-1)
  if (last && last.line === stretch.line && last.reason === reason && last.to <= stretch.to) {
    doubts[doubts.length - 1] = { ...last, to: stretch.to }
  } else doubts.push({ ...stretch, reason })
}

const stretchOf = ({ line, from, to }: SpokenWord): TextStretch => ({ line, from, to })
const isSame = (a: TextStretch, b: TextStretch) => a.line === b.line && a.from === b.from
