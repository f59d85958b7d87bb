import type { KeyValueStore } from './key-value-store.ts'

/** Where a listener was in a recording, and how they heard it. */
export interface StoredPosition {
  /** Seconds. */
  readonly time: number
  readonly rate: number
  readonly volume: number
}

/** As many recordings are remembered; the one heard longest ago goes first. */
const mostPlaces = 200

export function readPosition(keep: KeyValueStore, recording: string): StoredPosition | null {
  return readAll(keep).find(([key]) => key === recording)?.[1] ?? null
}

export function storePosition(keep: KeyValueStore, recording: string, place: StoredPosition) {
  const others = readAll(keep).filter(([key]) => key !== recording)
  keep.write('places', [[recording, place], ...others].slice(0, mostPlaces))
}

function readAll(keep: KeyValueStore): [string, StoredPosition][] {
  const kept = keep.read('places')
  return Array.isArray(kept) ? kept.filter(isEntry) : []
}

function isEntry(entry: unknown): entry is [string, StoredPosition] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && isPlace(entry[1])
}

function isPlace(value: unknown): value is StoredPosition {
  if (typeof value !== 'object' || value === null) return false
  const { time, rate, volume } = value as Partial<Record<keyof StoredPosition, unknown>>
  const isIn = (number: unknown, least: number, most: number) =>
    typeof number === 'number' && number >= least && number <= most
  return isIn(time, 0, Number.MAX_SAFE_INTEGER) && isIn(rate, 0.5, 3) && isIn(volume, 0, 1)
}
