import type { AlignedWord, AlignmentTally, LineIssue } from '../alignment-result.ts'
import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { ScriptWord, TextSpan } from '../script.ts'
import type { DecodedPart } from '../decoding/decode-section.ts'
import type { WordRange } from '../decoding/decode-window.ts'
import { gradePhrase } from './phrase-confidence.ts'
import { createUsualLikelihoodRatio } from './usual-likelihood-ratio.ts'
import { breathGroupsOf } from './breath-groups.ts'

/** Words with confidence, and issues, in order of the text. */
export interface ScoredWords {
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

export interface ConfidenceScorer {
  /** Scores the timed words of a decoded part; the part's other words are missing. */
  score(
    placed: readonly TimedWord[],
    decided: Pick<DecodedPart, 'words' | 'byLenientPass'>,
  ): ScoredWords
  tally(): AlignmentTally
}

export function createConfidenceScorer(spoken: readonly ScriptWord[]): ConfidenceScorer {
  let [sure, unsure, notHeard] = [0, 0, 0]
  const usual = createUsualLikelihoodRatio()
  return {
    score(placed, { words: decided, byLenientPass }) {
      const words: AlignedWord[] = []
      const flagged: WordIssue[] = []
      usual.add(placed.map(({ likelihoodRatio }) => likelihoodRatio))
      const { value: usualRatio } = usual
      for (const phrase of breathGroupsOf(placed, spoken)) {
        const grades = gradePhrase(phrase, { byLenientPass, usual: usualRatio })
        for (const [at, { word, start, end }] of phrase.entries()) {
          const { confidence, reason } = grades[at]!
          const span = spanOfWord(spoken[word]!)
          const last = words.at(-1)
          // The words of a number share one span, which is as sure as the least sure of them.
          if (last && isSame(last, span)) {
            words[words.length - 1] = {
              ...last,
              end,
              confidence: Math.min(last.confidence, confidence),
            }
          } else words.push({ ...span, start, end, confidence })
          if (reason) flagged.push({ ...span, reason, words: { from: word, to: word + 1 } })
        }
      }
      const missing = missingOf(placed, decided, spoken)
      // Not `push(...missing)`: the argument list would overflow if a whole text is missing.
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

/** A span of the text, and the words of its spoken form. */
interface SpokenSpan extends TextSpan {
  readonly words: WordRange
}

type WordIssue = SpokenSpan & LineIssue

/** Spans of which no word matched. */
function missingOf(
  placed: readonly TimedWord[],
  { from, to }: WordRange,
  spoken: readonly ScriptWord[],
): SpokenSpan[] {
  const matched = new Set(placed.map(({ word }) => word))
  const missing: SpokenSpan[] = []
  let known: TextSpan | null = null
  for (let word = from; word < to; word++) {
    const span = spanOfWord(spoken[word]!)
    if (matched.has(word)) {
      if (missing.length > 0 && isSame(missing.at(-1)!, span)) missing.pop()
      known = span
    } else if (!(known && isSame(known, span))) {
      const last = missing.at(-1)
      const isMore = last !== undefined && isSame(last, span)
      if (isMore) missing.pop()
      missing.push({ ...span, words: { from: isMore ? last.words.from : word, to: word + 1 } })
    }
  }
  return missing
}

/** Joins adjacent issues of one line and reason. */
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

const spanOfWord = ({ line, from, to }: ScriptWord): TextSpan => ({ line, from, to })
const isSame = (a: TextSpan, b: TextSpan) => a.line === b.line && a.from === b.from
