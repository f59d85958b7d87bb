import type { KeyValueStore } from './key-value-store.ts'

/** Where a listener was in a recording, and its playback settings. */
export interface StoredPosition {
  /** Seconds. */
  readonly time: number
  readonly rate: number
  readonly volume: number
}

/** Positions by recording. `recording`: its key, which has its name in it and is not stored. */
export interface StoredPositions {
  read(recording: string): StoredPosition | null
  write(recording: string, position: StoredPosition): void
  count(): number
  /** Deletes all; a recording whose position was written since the page was opened gets none again until the page is reloaded. */
  clear(): void
}

/** How many recordings are remembered; the least recently played is deleted first. */
const mostPositions = 200
const name = 'positions'
/** Until 2026-11-30, positions were stored under the names of the recordings. */
const nameOfOld = 'places'

type Entry = [number: string, StoredPosition]

export function createStoredPositions(store: KeyValueStore): StoredPositions {
  const written = new Set<string>()
  const forgotten = new Set<string>()
  const readAll = () => entriesOf(store.read(name))
  const writeAll = (entries: readonly Entry[]) => store.write(name, entries.slice(0, mostPositions))

  const old = entriesOf(store.read(nameOfOld))
  if (old.length > 0) {
    const numbered = old.map(([key, position]): Entry => [numberOf(key), position])
    writeAll([...readAll(), ...numbered])
  }
  store.remove(nameOfOld)

  return {
    read: (recording) => {
      const number = numberOf(recording)
      return readAll().find(([each]) => each === number)?.[1] ?? null
    },
    write(recording, position) {
      const number = numberOf(recording)
      if (forgotten.has(number)) return
      written.add(number)
      writeAll([[number, position], ...readAll().filter(([each]) => each !== number)])
    },
    count: () => readAll().length,
    clear() {
      for (const number of written) forgotten.add(number)
      store.remove(name)
    },
  }
}

/** 64 bits of the key, by two runs of FNV-1a (32 bits), in hexadecimal: enough to find it again, not to read it. */
function numberOf(key: string): string {
  const run = (basis: number) => {
    let hash = basis
    for (const letter of key) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return run(0x811c9dc5) + run(0x2f6e2b1)
}

const entriesOf = (stored: unknown): Entry[] =>
  Array.isArray(stored) ? stored.filter(isEntry) : []

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && typeof entry[0] === 'string' && isPosition(entry[1])
}

function isPosition(value: unknown): value is StoredPosition {
  if (typeof value !== 'object' || value === null) return false
  const { time, rate, volume } = value as Partial<Record<keyof StoredPosition, unknown>>
  const isIn = (number: unknown, least: number, most: number) =>
    typeof number === 'number' && number >= least && number <= most
  return isIn(time, 0, Number.MAX_SAFE_INTEGER) && isIn(rate, 0.5, 3) && isIn(volume, 0, 1)
}
