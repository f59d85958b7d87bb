import { findNext } from '../../parsing/words/place-words.ts'
import { wordsWithin } from '../../parsing/words/words-within.ts'
import type { TierInterval, TextgridTier } from './tiers.ts'

export type Role = 'words' | 'text' | 'unread'

export interface CastTier extends TextgridTier {
  readonly role: Role
  /** Whose tier it is, by the name before ` - ` (Montreal Forced Aligner); empty where it does not say. */
  readonly owner: string
  readonly isUtterances: boolean
}

const wordTier = /^(?:words?|wrds?|ort|ort-mau|orthography|w)$/
const unreadTier =
  /^(?:phon(?:e|es|eme|emes|etic|etics)?|segments?|mau|kan|kan-mau|mas|syll(?:able|ables|s)?|pos|lemmas?|gloss(?:es)?|tones?|breaks?|tobi|pitch|f0|formants?|intensity|translations?|notes?|comments?|misc)$/

/** Marks that aligners write where nothing is said. */
const silences = new Set(['sil', 'sp', '<sil>', '<p:>', '<p>', '<eps>', '#', '_', '...', 'xxx'])

/** Tiers of what is said, whatever stands in the tier of words beside them. */
const utteranceTier = /^(?:|utterances?|sentences?|transcripts?|transcriptions?|text)$/

/** What each tier is for, by its name. Where none would be read, all are. */
export function castTiers(tiers: readonly TextgridTier[]): CastTier[] {
  const cast = tiers.map((tier) => ({ ...tier, ...describe(tier) }))
  const isRead = cast.some(({ role, intervals }) =>
    intervals.some((each) => role === 'text' || (role === 'words' && !isSilence(each))),
  )
  if (isRead) return cast
  return cast.map((tier) => ({ ...tier, role: 'text', intervals: withoutSilences(tier.intervals) }))
}

function describe(
  tier: TextgridTier,
): Pick<CastTier, 'role' | 'owner' | 'isUtterances' | 'intervals'> {
  const plain = unquote(tier.name)
  const dash = plain.lastIndexOf(' - ')
  const owner = dash === -1 ? '' : plain.slice(0, dash).trim()
  const kind = unquote(dash === -1 ? plain : plain.slice(dash + 3)).toLowerCase()
  const role = wordTier.test(kind)
    ? 'words'
    : tier.isPoints || unreadTier.test(kind)
      ? 'unread'
      : 'text'
  // in a transcript tier, such marks are words
  const intervals = role === 'unread' ? withoutSilences(tier.intervals) : tier.intervals
  return { role, owner, isUtterances: utteranceTier.test(kind), intervals }
}

export function isSilence({ label }: TierInterval): boolean {
  return silences.has(label.trim().toLowerCase())
}

export function withoutSilences(intervals: readonly TierInterval[]): TierInterval[] {
  return intervals.filter((interval) => !isSilence(interval))
}

/** Some put the name of a tier in quotes of its own. */
function unquote(name: string): string {
  return /^\s*"([^"]*)"\s*$/.exec(name)?.[1]!.trim() ?? name.trim()
}

/**
 * The tier with the texts of these words: its owner’s utterances, else the one that holds the most of them at their
 * times; `null` where that is fewer than half.
 */
export function tierAround(
  words: CastTier,
  { texts, all }: { texts: readonly CastTier[]; all: readonly CastTier[] },
): CastTier | null {
  const own = texts.filter(({ owner }) => owner === words.owner)
  const utterances = own.filter(({ isUtterances }) => isUtterances)
  if (utterances.length > 0) {
    const covering = coveringTier(words.intervals.slice(0, tried), utterances, { least: 1 })
    if (covering !== null) return covering
    // nothing is found in any of them: the one right before, else the first; without a name it may be about anything
    const before = all[all.indexOf(words) - 1]
    const likely = utterances.filter(({ name }) => name.trim() !== '')
    return likely.find((tier) => tier === before) ?? likely[0] ?? null
  }
  const sample = withoutSilences(words.intervals).slice(0, tried)
  return coveringTier(sample, own.length > 0 ? own : texts, { least: sample.length / 2 })
}

/** How many words are tried to see whose text they are. */
const tried = 200

/** The first tier with the most of these words, `least` or more, in its texts at their times. */
function coveringTier(
  sample: readonly TierInterval[],
  texts: readonly CastTier[],
  { least }: { least: number },
): CastTier | null {
  let best: CastTier | null = null
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

/** Labels of words have blanks where their texts have line breaks. */
export function onOneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

/** A word’s label up to its first line break: what follows is an annotation (its class, its lemma). */
export function spelledWord(label: string): string {
  return label.trim().split('\n', 1)[0]!.trim()
}
