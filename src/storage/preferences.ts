import { defaultPreferences } from '#state/app-state.ts'
import type { Preferences } from '#state/app-state.ts'
import type { KeyValueStore } from './key-value-store.ts'

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value)
const isBetween = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && value >= least && value <= most
const isBoolean = (value: unknown) => typeof value === 'boolean'

const checks: Record<keyof Preferences, (value: unknown) => boolean> = {
  theme: isOneOf('system', 'light', 'dark'),
  textSize: isBetween(0.75, 2),
  lineSpacing: isBetween(1.2, 2.4),
  singleKeys: isOneOf('everywhere', 'focused', 'off'),
  clickAlsoPlays: isBoolean,
  skipPauses: isBoolean,
  skipPausesOver: isBetween(0.5, 60),
  outputLatencyMs: isBetween(0, 500),
  grouping: isOneOf('paragraphs', 'segments'),
  showWaveform: isBoolean,
  keepPeaks: isBoolean,
  announceLines: isBoolean,
  findWordsByItself: isBoolean,
}

/** The stored preferences that are valid; defaults for the rest. */
export function readPreferences(store: KeyValueStore): Preferences {
  const stored = store.read('preferences')
  if (typeof stored !== 'object' || stored === null) return defaultPreferences
  const valid = Object.entries(checks).filter(
    ([name, isValid]) => Object.hasOwn(stored, name) && isValid(Reflect.get(stored, name)),
  )
  const values = Object.fromEntries(valid.map(([name]) => [name, Reflect.get(stored, name)]))
  return { ...defaultPreferences, ...values }
}

export function storePreferences(store: KeyValueStore, preferences: Preferences) {
  store.write('preferences', preferences)
}
