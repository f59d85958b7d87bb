import { findNext } from '../../parsing/words/place-words.ts'
import type { ElanTier } from './document.ts'

export interface ChosenTiers {
  /** The tier whose annotations are the text. */
  readonly text: ElanTier
  /** The tier whose annotations are the words of the text, with times of their own. */
  readonly words: ElanTier | null
  readonly speaker: string
}

/** Tiers beyond this number are ignored. */
const mostTiers = 500

/**
 * Chooses what to show: each independent tier, or, if that is empty or holds only numbers, its first dependent tier
 * with text; and below this one, the tier that divides it into words.
 */
export function chooseTiers(all: readonly ElanTier[]): {
  chosen: ChosenTiers[]
  leftOut: ElanTier[]
} {
  const tiers = all.slice(0, mostTiers)
  const ids = new Set(tiers.map(({ id }) => id))
  const roots = tiers.filter(({ parent }) => parent === undefined || !ids.has(parent))
  const found = (roots.length === 0 ? tiers : roots).flatMap((root) => {
    const below = tiersBelow(root, tiers)
    const text = holdsText(root) ? root : (below.find(holdsText) ?? root)
    if (text.annotations.length === 0) return []
    const words = tiersBelow(text, tiers).find((tier) => dividesIntoWords(tier, text)) ?? null
    return [{ root, text, words }]
  })
  const chosen = found.map(({ root, text, words }) => {
    const name = text.participant || root.participant || (found.length > 1 ? text.id : '')
    return { text, words, speaker: name }
  })
  const shown = new Set(chosen.flatMap(({ text, words }) => [text, words]))
  const leftOut = all.filter((tier) => !shown.has(tier) && tier.annotations.length > 0)
  return { chosen, leftOut }
}

function tiersBelow(top: ElanTier, tiers: readonly ElanTier[]): ElanTier[] {
  const below = [top]
  for (let at = 0; at < below.length; at += 1) {
    for (const tier of tiers) {
      if (tier.parent === below[at]!.id && !below.includes(tier)) below.push(tier)
    }
  }
  return below.slice(1)
}

/** Whether most annotations are more than a number such as `0012` or `kitchen.012`. */
function holdsText({ annotations }: ElanTier): boolean {
  const sample = annotations.slice(0, 100)
  const texts = sample.filter(({ value }) => value !== '' && !/^\S*\d$/.test(value))
  return texts.length * 2 >= sample.length && texts.length > 0
}

function dividesIntoWords(tier: ElanTier, text: ElanTier): boolean {
  if (tier.constraint !== 'Time_Subdivision' && tier.constraint !== 'Included_In') return false
  const whole = text.annotations
    .slice(0, 100)
    .map(({ value }) => value)
    .join('\n')
  const sample = tier.annotations.filter(({ value }) => value !== '').slice(0, 50)
  let from = 0
  let found = 0
  for (const { value } of sample) {
    if (/\s/.test(value)) continue
    const place = findNext(whole, value, from)
    if (place === null) continue
    from = place.to
    found += 1
  }
  return sample.length > 0 && found * 2 >= sample.length
}
