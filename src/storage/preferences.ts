import { defaultPreferences } from '#state/app-state.ts'
import type { Preferences } from '#state/app-state.ts'
import type { KeyValueStore } from './key-value-store.ts'

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value)
const isBetween = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && value >= least && value <= most
const isYesOrNo = (value: unknown) => typeof value === 'boolean'

const checks: Record<keyof Preferences, (value: unknown) => boolean> = {
  theme: isOneOf('system', 'light', 'dark'),
  textSize: isBetween(0.75, 2),
  lineSpacing: isBetween(1.2, 2.4),
  singleKeys: isOneOf('everywhere', 'focused', 'off'),
  clickAlsoPlays: isYesOrNo,
  skipPauses: isYesOrNo,
  skipPausesOver: isBetween(0.5, 60),
  outputLatencyMs: isBetween(0, 500),
  grouping: isOneOf('paragraphs', 'segments'),
  showWaveform: isYesOrNo,
  keepPeaks: isYesOrNo,
  announceLines: isYesOrNo,
  findWordsByItself: isYesOrNo,
}

/** What was kept, as far as it makes sense; the rest is as for a new listener. */
export function readPreferences(keep: KeyValueStore): Preferences {
  const kept = keep.read('preferences')
  if (typeof kept !== 'object' || kept === null) return defaultPreferences
  const sound = Object.entries(checks).filter(
    ([name, isSound]) => Object.hasOwn(kept, name) && isSound(Reflect.get(kept, name)),
  )
  const values = Object.fromEntries(sound.map(([name]) => [name, Reflect.get(kept, name)]))
  return { ...defaultPreferences, ...values }
}

export function storePreferences(keep: KeyValueStore, preferences: Preferences) {
  keep.write('preferences', preferences)
}
