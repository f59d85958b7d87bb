import type { KeyValueStore } from './key-value-store.ts'

/** Where a listener was in a recording, and its playback settings. */
export interface StoredPosition {
  /** Seconds. */
  readonly time: number
  readonly rate: number
  readonly volume: number
}

/** How many recordings are remembered; the least recently played is deleted first. */
const mostPositions = 200

export function readPosition(store: KeyValueStore, recording: string): StoredPosition | null {
  return readAll(store).find(([key]) => key === recording)?.[1] ?? null
}

export function storePosition(store: KeyValueStore, recording: string, position: StoredPosition) {
  const others = readAll(store).filter(([key]) => key !== recording)
  store.write('places', [[recording, position], ...others].slice(0, mostPositions))
}

function readAll(store: KeyValueStore): [string, StoredPosition][] {
  const stored = store.read('places')
  return Array.isArray(stored) ? stored.filter(isEntry) : []
}

function isEntry(entry: unknown): entry is [string, StoredPosition] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && isPosition(entry[1])
}

function isPosition(value: unknown): value is StoredPosition {
  if (typeof value !== 'object' || value === null) return false
  const { time, rate, volume } = value as Partial<Record<keyof StoredPosition, unknown>>
  const isIn = (number: unknown, least: number, most: number) =>
    typeof number === 'number' && number >= least && number <= most
  return isIn(time, 0, Number.MAX_SAFE_INTEGER) && isIn(rate, 0.5, 3) && isIn(volume, 0, 1)
}
