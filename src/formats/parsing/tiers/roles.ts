import { findNext } from '../words/place-words.ts'
import { wordsWithin } from '../words/words-within.ts'
import type { IntervalTier, TierInterval } from './tier.ts'

export type Role = 'words' | 'text' | 'unread'

export interface TierWithRole extends IntervalTier {
  readonly role: Role
  /** The speaker, from the part of the name before ` - ` (Montreal Forced Aligner); empty if there is none. */
  readonly owner: string
  readonly isUtterances: boolean
}

const wordTier = /^(?:words?|tokens?align|wrds?|ort|ort-mau|orthography|w)$/
const unreadTier =
  /^(?:phon(?:e|es|eme|emes|etic|etics)?|phon(?:es)?align|phontokalign|syllalign|syllclassalign|syllstructalign|activity|momel|intsint|ipus|segments?|mau|kan|kan-mau|mas|syll(?:able|ables|s)?|pos|lemmas?|gloss(?:es)?|tones?|breaks?|tobi|pitch|f0|formants?|intensity|translations?|notes?|comments?|misc)$/

/** Labels that aligners write for silence. */
const silences = new Set(['sil', 'sp', '<sil>', '<p:>', '<p>', '<eps>', '#', '_', '...', 'xxx'])

/** Names of tiers that contain utterances. */
const utteranceTier = /^(?:|utterances?|sentences?|transcripts?|transcriptions?|text)$/

/** SPPAS writes `#` for silence in all its tiers. */
const sppasTier = /^(?:phon|syll|tokens?)align$|^ipus$/i

/** Determines what each tier is for, by its name. If none would be shown, all are. */
export function assignRoles(tiers: readonly IntervalTier[]): TierWithRole[] {
  const isSppas = tiers.some(({ name }) => sppasTier.test(name.trim()))
  const assigned = tiers.map((tier) => {
    const about = describe(tier)
    const { role, intervals } = about
    const isMarked = isSppas && role === 'text'
    const spoken = isMarked ? intervals.filter(({ label }) => label.trim() !== '#') : intervals
    return { ...tier, ...about, intervals: spoken }
  })
  const isRead = assigned.some(({ role, intervals }) =>
    intervals.some((each) => role === 'text' || (role === 'words' && !isSilence(each))),
  )
  if (isRead) return assigned
  return assigned.map((tier) => ({
    ...tier,
    role: 'text',
    intervals: withoutSilences(tier.intervals),
  }))
}

function describe(
  tier: IntervalTier,
): Pick<TierWithRole, 'role' | 'owner' | 'isUtterances' | 'intervals'> {
  const plain = unquote(tier.name)
  const dash = plain.lastIndexOf(' - ')
  const owner = dash === -1 ? '' : plain.slice(0, dash).trim()
  const kind = unquote(dash === -1 ? plain : plain.slice(dash + 3)).toLowerCase()
  const role = wordTier.test(kind)
    ? 'words'
    : tier.isPoints || unreadTier.test(kind)
      ? 'unread'
      : 'text'
  // in a transcript tier, these labels are words
  const intervals = role === 'unread' ? withoutSilences(tier.intervals) : tier.intervals
  return { role, owner, isUtterances: utteranceTier.test(kind), intervals }
}

export function isSilence({ label }: TierInterval): boolean {
  return silences.has(label.trim().toLowerCase())
}

export function withoutSilences(intervals: readonly TierInterval[]): TierInterval[] {
  return intervals.filter((interval) => !isSilence(interval))
}

/** Some programs put a second pair of quotes around tier names. */
function unquote(name: string): string {
  return /^\s*"([^"]*)"\s*$/.exec(name)?.[1]!.trim() ?? name.trim()
}

/**
 * Finds the tier with the text of these words: the same speaker's utterances, else the tier that contains the most of
 * the words at their times; `null` if that is fewer than half.
 */
export function tierAround(
  words: TierWithRole,
  { texts, all }: { texts: readonly TierWithRole[]; all: readonly TierWithRole[] },
): TierWithRole | null {
  const own = texts.filter(({ owner }) => owner === words.owner)
  const utterances = own.filter(({ isUtterances }) => isUtterances)
  if (utterances.length > 0) {
    const covering = coveringTier(words.intervals.slice(0, comparedWords), utterances, { least: 1 })
    if (covering !== null) return covering
    // the words match no tier: take the tier directly before, else the first; a tier without a name may be anything
    const before = all[all.indexOf(words) - 1]
    const likely = utterances.filter(({ name }) => name.trim() !== '')
    return likely.find((tier) => tier === before) ?? likely[0] ?? null
  }
  const sample = withoutSilences(words.intervals).slice(0, comparedWords)
  return coveringTier(sample, own.length > 0 ? own : texts, { least: sample.length / 2 })
}

/** How many words are compared to find the tier with their text. */
const comparedWords = 200

/** The first tier whose texts contain the most of these words at their times, `least` or more. */
function coveringTier(
  sample: readonly TierInterval[],
  texts: readonly TierWithRole[],
  { least }: { least: number },
): TierWithRole | null {
  let best: TierWithRole | null = null
  let most = least
  for (const tier of texts) {
    const groups = wordsWithin(tier.intervals, sample)
    let found = 0
    for (const [index, group] of groups.entries()) {
      const text = onOneLine(tier.intervals[index]!.label)
      let from = 0
      for (const { label } of group) {
        const place = findNext(text, spelledWord(label), from)
        if (place === null) continue
        from = place.to
        found += 1
      }
    }
    if (found >= most && found > 0) {
      most = found + 1
      best = tier
    }
  }
  return best
}

/** Replaces line breaks, which texts have where word labels have blanks. */
export function onOneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

/** The label of a word up to its first line break; the rest is an annotation (word class, lemma). */
export function spelledWord(label: string): string {
  return label.trim().split('\n', 1)[0]!.trim()
}
