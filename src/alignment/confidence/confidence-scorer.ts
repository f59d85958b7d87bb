import type { AlignedWord, AlignmentTally, LineIssue } from '../alignment-result.ts'
import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { ScriptWord, TextSpan } from '../script.ts'
import type { DecodedPart } from '../decoding/decode-section.ts'
import type { WordRange } from '../decoding/decode-window.ts'
import { phraseConfidence } from './phrase-confidence.ts'
import { breathGroupsOf } from './breath-groups.ts'

/** What is told of a row of words, in order of the text. */
export interface ScoredWords {
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

export interface ConfidenceScorer {
  /** Grades what was found of a row of words, all of which have now been decided upon. */
  score(
    placed: readonly TimedWord[],
    decided: Pick<DecodedPart, 'words' | 'byLenientPass'>,
  ): ScoredWords
  tally(): AlignmentTally
}

export function createConfidenceScorer(spoken: readonly ScriptWord[]): ConfidenceScorer {
  let [sure, unsure, notHeard] = [0, 0, 0]
  return {
    score(placed, { words: decided, byLenientPass }) {
      const words: AlignedWord[] = []
      const flagged: WordIssue[] = []
      for (const phrase of breathGroupsOf(placed, spoken)) {
        const { confidence, reason } = phraseConfidence(phrase, { byLenientPass })
        for (const { word, start, end } of phrase.words) {
          const stretch = stretchOf(spoken[word]!)
          const last = words.at(-1)
          // The words that a number is read as are one stretch of the text.
          if (last && isSame(last, stretch)) words[words.length - 1] = { ...last, end }
          else words.push({ ...stretch, start, end, confidence })
          if (reason) flagged.push({ ...stretch, reason, words: { from: word, to: word + 1 } })
        }
      }
      const missing = missingOf(placed, decided, spoken)
      // A text may be missing as a whole: too much to be pushed at once.
      for (const each of missing) flagged.push({ ...each, reason: 'not-heard' })
      sure += words.filter((word) => word.confidence >= 0.5).length
      unsure += words.filter((word) => word.confidence < 0.5).length
      notHeard += missing.length
      const issues = joined(flagged).toSorted((a, b) => a.line - b.line || a.from - b.from)
      return { words, issues }
    },
    tally: () => ({ sure, unsure, notHeard }),
  }
}

/** A stretch of the text, and the words that it is read as. */
interface ReadStretch extends TextSpan {
  readonly words: WordRange
}

type WordIssue = ReadStretch & LineIssue

/** Stretches of which nothing was heard. */
function missingOf(
  placed: readonly TimedWord[],
  { from, to }: WordRange,
  spoken: readonly ScriptWord[],
): ReadStretch[] {
  const heard = new Set(placed.map(({ word }) => word))
  const missing: ReadStretch[] = []
  let known: TextSpan | null = null
  for (let word = from; word < to; word++) {
    const stretch = stretchOf(spoken[word]!)
    if (heard.has(word)) {
      if (missing.length > 0 && isSame(missing.at(-1)!, stretch)) missing.pop()
      known = stretch
    } else if (!(known && isSame(known, stretch))) {
      const last = missing.at(-1)
      const isMore = last !== undefined && isSame(last, stretch)
      if (isMore) missing.pop()
      missing.push({ ...stretch, words: { from: isMore ? last.words.from : word, to: word + 1 } })
    }
  }
  return missing
}

/** Neighbours of one line with one reason are one issue. */
function joined(flagged: readonly WordIssue[]): LineIssue[] {
  const joint: WordIssue[] = []
  for (const each of flagged) {
    const last = joint.at(-1)
    const goesOn =
      last?.line === each.line && last.reason === each.reason && last.words.to >= each.words.from
    if (goesOn) joint[joint.length - 1] = { ...last, to: each.to, words: each.words }
    else joint.push(each)
  }
  return joint.map(({ line, from, to, reason }) => ({ line, from, to, reason }))
}

const stretchOf = ({ line, from, to }: ScriptWord): TextSpan => ({ line, from, to })
const isSame = (a: TextSpan, b: TextSpan) => a.line === b.line && a.from === b.from
