import { findNext } from '../words/place-words.ts'
import { wordsWithin } from '../words/words-within.ts'
import type { Interval, Tier } from './tiers.ts'

export type Role = 'words' | 'text' | 'unread'

export interface CastTier extends Tier {
  readonly role: Role
  /** Whose tier it is, by the name before ` - ` (Montreal Forced Aligner); empty where it does not say. */
  readonly owner: string
}

const wordTier = /^(?:words?|wrds?|ort|ort-mau|orthography|w)$/
const unreadTier =
  /^(?:phon(?:e|es|eme|emes|etic|etics)?|segments?|mau|kan|kan-mau|mas|syll(?:able|ables|s)?|pos|lemmas?|gloss(?:es)?|tones?|breaks?|tobi|pitch|f0|formants?|intensity|translations?|notes?|comments?|misc)$/

/** Marks that aligners write where nothing is said. */
const silences = new Set(['sil', 'sp', '<sil>', '<p:>', '<p>', '<eps>', '#', '_', '...', 'xxx'])

/** What each tier is for, by its name. Where none would be read, all are. */
export function castTiers(tiers: readonly Tier[]): CastTier[] {
  const cast = tiers.map((tier) => ({ ...tier, ...describe(tier) }))
  const isRead = cast.some(({ role, intervals }) => role !== 'unread' && intervals.length > 0)
  return isRead ? cast : cast.map((tier) => ({ ...tier, role: 'text' as const }))
}

function describe(tier: Tier): { role: Role; owner: string; intervals: readonly Interval[] } {
  const plain = tier.name.replaceAll('"', '').trim()
  const dash = plain.lastIndexOf(' - ')
  const owner = dash === -1 ? '' : plain.slice(0, dash).trim()
  const kind = (dash === -1 ? plain : plain.slice(dash + 3)).trim().toLowerCase()
  const role = wordTier.test(kind)
    ? 'words'
    : tier.isPoints || unreadTier.test(kind)
      ? 'unread'
      : 'text'
  const intervals = tier.intervals.filter(({ label }) => !silences.has(label.trim().toLowerCase()))
  return { role, owner, intervals }
}

/** How many words are tried to see whose text they are. */
const tried = 200

/** The tier whose texts hold the most of these words at their times; `null` where fewer than half are found. */
export function coveringTier(words: Tier, texts: readonly CastTier[]): CastTier | null {
  const sample = words.intervals.slice(0, tried)
  let best: CastTier | null = null
  let most = sample.length / 2
  for (const tier of texts) {
    const groups = wordsWithin(tier.intervals, sample)
    let found = 0
    for (const [index, group] of groups.entries()) {
      const text = tier.intervals[index]!.label
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

/** A word’s label up to its first line break: what follows is an annotation (its class, its lemma). */
export function spelledWord(label: string): string {
  return label.trim().split('\n', 1)[0]!.trim()
}
