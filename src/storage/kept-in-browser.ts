import { bytesOf, isKeptRecording, mostKeptBytes } from './kept-recordings.ts'
import type { KeptRecording, KeptRecordings } from './kept-recordings.ts'
import { openRecordingsDatabase } from './recordings-database.ts'
import type { KeptEntry, RecordingsDatabase } from './recordings-database.ts'

export interface KeepingLimits {
  readonly mostBytes?: number
  /** What the browser gives the page, bytes; it need not say. */
  readonly estimate?: () => Promise<StorageEstimate>
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** A browser that does not open its database in this time keeps nothing, for as long as the page lasts. */
  readonly patienceMs?: number
}

/** Keeps recordings in IndexedDB, from the first use on. */
export function createKeptRecordings({
  mostBytes = mostKeptBytes,
  estimate = estimateOfBrowser,
  now = Date.now,
  patienceMs = 3_000,
}: KeepingLimits = {}): KeptRecordings {
  let database: Promise<RecordingsDatabase> | null = null

  async function ask<T>(otherwise: T, question: (database: RecordingsDatabase) => Promise<T>) {
    try {
      database ??= openRecordingsDatabase({ patienceMs, onEnd: () => (database = null) })
      return await question(await database)
    } catch {
      // Forbidden, full, damaged: as good as nothing kept.
      return otherwise
    }
  }

  /** Leaves half of what the browser still gives to everything else that the page may want to put there. */
  async function room(database: RecordingsDatabase): Promise<number> {
    const { quota, usage } = await estimate().catch((): StorageEstimate => ({}))
    if (quota === undefined || usage === undefined) return mostBytes
    const kept = bytesOfAll(await database.getAll('entries'))
    return Math.min(mostBytes, kept + Math.max(0, quota - usage) / 2)
  }

  return {
    read: (fingerprint) =>
      ask(null, async (database) => {
        const recording = await database.get('recordings', fingerprint)
        if (recording === undefined) return null
        if (!isKeptRecording(recording)) {
          await forget(database, { fingerprint })
          return null
        }
        // Where it cannot be noted that it was used, it was read all the same.
        noteUse(database, { fingerprint, usedAt: now() }).catch(() => undefined)
        return recording
      }),

    write: (fingerprint, recording) =>
      ask(false, async (database) => {
        const entry = { fingerprint, bytes: bytesOf(recording), usedAt: now() }
        const most = await room(database)
        if (entry.bytes > most) return false
        await makeRoom(database, { entry, most })
        try {
          await put(database, entry, recording)
        } catch (error) {
          if (!isFull(error)) throw error
          // Less than the browser thought: half of what is kept goes, and once more.
          const kept = bytesOfAll(await database.getAll('entries'))
          await makeRoom(database, { entry, most: entry.bytes + kept / 2 })
          await put(database, entry, recording)
        }
        return true
      }),

    usage: () =>
      ask({ recordings: 0, bytes: 0 }, async (database) => {
        const entries = await database.getAll('entries')
        return { recordings: entries.length, bytes: bytesOfAll(entries) }
      }),

    clear: () =>
      ask(false, async (database) => {
        const clearing = database.transaction(['entries', 'recordings'], 'readwrite')
        await Promise.all([
          clearing.objectStore('entries').clear(),
          clearing.objectStore('recordings').clear(),
          clearing.done,
        ])
        return true
      }),
  }
}

const bytesOfAll = (entries: readonly KeptEntry[]) =>
  entries.reduce((sum, { bytes }) => sum + bytes, 0)

/** Forgets what was used longest ago, until there is room for the entry. */
async function makeRoom(
  database: RecordingsDatabase,
  { entry, most }: { entry: KeptEntry; most: number },
) {
  const byUse = await database.getAllFromIndex('entries', 'usedAt')
  const others = byUse.filter(({ fingerprint }) => fingerprint !== entry.fingerprint)
  let total = bytesOfAll(others) + entry.bytes
  for (const other of others) {
    if (total <= most) return
    await forget(database, other)
    total -= other.bytes
  }
}

async function noteUse(
  database: RecordingsDatabase,
  { fingerprint, usedAt }: Pick<KeptEntry, 'fingerprint' | 'usedAt'>,
) {
  const noting = database.transaction('entries', 'readwrite')
  const entry = await noting.store.get(fingerprint)
  // It may have been forgotten meanwhile.
  if (entry) await noting.store.put({ ...entry, usedAt })
  await noting.done
}

async function forget(
  database: RecordingsDatabase,
  { fingerprint }: Pick<KeptEntry, 'fingerprint'>,
) {
  const forgetting = database.transaction(['entries', 'recordings'], 'readwrite')
  await Promise.all([
    forgetting.objectStore('entries').delete(fingerprint),
    forgetting.objectStore('recordings').delete(fingerprint),
    forgetting.done,
  ])
}

/** Both or none. */
async function put(database: RecordingsDatabase, entry: KeptEntry, recording: KeptRecording) {
  const putting = database.transaction(['entries', 'recordings'], 'readwrite')
  await Promise.all([
    putting.objectStore('recordings').put(trimmed(recording), entry.fingerprint),
    putting.objectStore('entries').put(entry),
    putting.done,
  ])
}

/** Nothing but what is asked for, and no buffer that is larger than its view: they are kept whole. */
function trimmed({ finest, duration, silences }: KeptRecording): KeptRecording {
  return {
    finest: finest.slice(),
    duration,
    silences: silences && silences.map(({ start, end }) => ({ start, end })),
  }
}

const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** Pages that came by plain `http:` have no `navigator.storage`. */
const estimateOfBrowser = async () => (await navigator.storage?.estimate()) ?? {}
