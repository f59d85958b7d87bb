import type { Problem } from '#transcript/problem.ts'
import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { composeTurns } from '../words/compose-turns.ts'
import type { RecognisedWord } from '../words/recognised-word.ts'
import { spreadWords } from '../words/spread-words.ts'
import { wordsWithin } from '../words/words-within.ts'
import {
  assignRoles,
  isSilence,
  onOneLine,
  spelledWord,
  tierAround,
  withoutSilences,
  type TierWithRole,
} from './roles.ts'
import type { IntervalTier, TierInterval } from './tier.ts'

/** Tiers beyond this number are ignored. */
const mostTiers = 200

/**
 * The segments of a file's tiers: utterance tiers give the text, word tiers the times of its words. Other tiers are
 * reported. Words that are not found in the text are counted under `word-unplaced`.
 */
export function segmentsOfTiers(
  tiers: readonly IntervalTier[],
  tally: ProblemTally,
): { segments: ParsedSegment[]; problems: Problem[] } {
  const assigned = assignRoles(tiers).slice(0, mostTiers)
  const texts = assigned.filter(({ role }) => role === 'text')
  const segments: ParsedSegment[] = []
  const open = new Set(texts)
  const wordsWithoutText: TierWithRole[] = []
  for (const words of assigned.filter(({ role }) => role === 'words')) {
    const around = tierAround(words, { texts: [...open], all: assigned })
    if (around === null) {
      wordsWithoutText.push({ ...words, intervals: withoutSilences(words.intervals) })
      continue
    }
    open.delete(around)
    const parsed = describeTier([...texts, ...wordsWithoutText], around)
    for (const segment of withWords(around, words, tally)) segments.push({ ...segment, ...parsed })
  }
  const shown = [...texts, ...wordsWithoutText]
  for (const tier of open) {
    for (const interval of tier.intervals) {
      segments.push({ ...segmentOf(interval), ...describeTier(shown, tier) })
    }
  }
  for (const tier of wordsWithoutText) {
    const words = tier.intervals.map((interval) =>
      wordOfInterval(interval, interval.label.trim().replace(/\s+/g, ' ')),
    )
    for (const turn of composeTurns(words)) segments.push({ ...turn, ...describeTier(shown, tier) })
  }
  const unread = assigned.filter(({ role, intervals }) => role === 'unread' && intervals.length > 0)
  return { segments, problems: leftOut(unread, tiers.length) }
}

function withWords(tier: TierWithRole, words: TierWithRole, tally: ProblemTally): ParsedSegment[] {
  const groups = wordsWithin(tier.intervals, words.intervals)
  const outside = new Set(withoutSilences(words.intervals))
  const segments = tier.intervals.map((interval, index) => {
    // an aligner's mark for silence, unless the text contains the same word
    const spoken = new Set(interval.label.split(/\s+/))
    const heard = groups[index]!.filter((each) => !isSilence(each) || spoken.has(each.label.trim()))
    for (const each of heard) outside.delete(each)
    const { placed, lost } = spreadWords(
      [onOneLine(interval.label)],
      heard.map((each) => wordOfInterval(each, spelledWord(each.label))),
    )
    for (let count = 0; count < lost; count += 1) tally.count('word-unplaced', interval.line)
    return { ...segmentOf(interval), words: placed[0]! }
  })
  for (const { line } of outside) tally.count('word-unplaced', line)
  return segments
}

function segmentOf({ label, start, end, line }: TierInterval): ParsedSegment {
  return { text: label, start, end, line }
}

function wordOfInterval({ start, end }: TierInterval, label: string): RecognisedWord {
  return { text: label, start, end, confidence: null, speaker: undefined }
}

/** A tier belongs to a speaker if its name says so, or if there are several tiers with different names. */
function describeTier(shown: readonly TierWithRole[], tier: TierWithRole): { speaker?: string } {
  if (tier.owner !== '') return { speaker: tier.owner }
  const names = new Set(shown.map(({ name }) => name.trim()))
  const speaker = tier.role === 'text' && names.size > 1 ? tier.name.trim() : ''
  return speaker === '' ? {} : { speaker }
}

function leftOut(unread: readonly TierWithRole[], all: number): Problem[] {
  const problems: Problem[] = []
  if (unread.length > 0) {
    const names = unread
      .slice(0, 3)
      .map(({ name }) =>
        name.trim() === '' ? 'one without a name' : `“${name.trim().slice(0, 40)}”`,
      )
    const more = unread.length - names.length
    const labels = unread.reduce((sum, { intervals }) => sum + intervals.length, 0)
    problems.push({
      code: 'tiers-left-out',
      severity: 'note',
      message: `${countOf(unread.length, 'tier')} of sounds, measurements or notes (${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}; ${countOf(labels, 'label')}) ${unread.length === 1 ? 'is' : 'are'} not shown.`,
    })
  }
  if (all > mostTiers) {
    problems.push({
      code: 'tiers-too-many',
      severity: 'warning',
      message: `The file has ${all.toLocaleString('en')} tiers; the first ${mostTiers} are shown.`,
    })
  }
  return problems
}
