import { bytesOfRecording, isStoredRecording, storageQuotaBytes } from './stored-recordings.ts'
import { bytesOfAlignment, isStoredAlignment } from './stored-alignments.ts'
import type { AlignmentStore } from './stored-alignments.ts'
import { bytesOfDraft, isStoredDraft, withIssuesRenamed } from './stored-drafts.ts'
import type { DraftStore } from './stored-drafts.ts'
import type { StoredRecording, RecordingStore } from './stored-recordings.ts'
import { openRecordingsDatabase } from './recordings-database.ts'
import type { StoredEntry, RecordingsDatabase } from './recordings-database.ts'

export interface StorageLimits {
  readonly mostBytes?: number
  /** What the browser gives the page, bytes; it need not say. */
  readonly estimate?: () => Promise<StorageEstimate>
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** A browser that does not open its database in this time keeps nothing, for as long as the page lasts. */
  readonly patienceMs?: number
}

/** What is kept of recordings, of the texts that are spoken in them, and drafts of those: they share their room. */
export type BrowserStorage = RecordingStore & {
  readonly alignments: AlignmentStore
  readonly drafts: DraftStore
}

/** Keeps recordings in IndexedDB, from the first use on. */
export function createBrowserStorage({
  mostBytes = storageQuotaBytes,
  estimate = estimateOfBrowser,
  now = Date.now,
  patienceMs = 3_000,
}: StorageLimits = {}): BrowserStorage {
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

  async function read<T>(
    shelf: Shelf,
    fingerprint: string,
    isSound: (value: unknown) => value is T,
  ): Promise<T | null> {
    return ask(null, async (database) => {
      const value = await database.get(shelf, fingerprint)
      if (value === undefined) return null
      if (!isSound(value)) {
        await forget(database, { fingerprint })
        return null
      }
      // Where it cannot be noted that it was used, it was read all the same.
      noteUse(database, { fingerprint, usedAt: now() }).catch(() => undefined)
      return value
    })
  }
  async function write(
    kept: Pick<Kept, 'shelf' | 'value'>,
    name: { fingerprint: string; bytes: number },
  ) {
    return ask(false, async (database) => {
      const entry = { ...name, usedAt: now() }
      const most = await room(database)
      if (entry.bytes > most) return false
      await makeRoom(database, { entry, most })
      try {
        await put(database, { ...kept, entry })
      } catch (error) {
        if (!isFull(error)) throw error
        // Less than the browser thought: half of what is kept goes, and once more.
        const all = bytesOfAll(await database.getAll('entries'))
        await makeRoom(database, { entry, most: entry.bytes + all / 2 })
        await put(database, { ...kept, entry })
      }
      return true
    })
  }

  return {
    read: (fingerprint) => read('recordings', fingerprint, isStoredRecording),
    write: (fingerprint, recording) =>
      write(
        { shelf: 'recordings', value: trimmed(recording) },
        { fingerprint, bytes: bytesOfRecording(recording) },
      ),
    alignments: {
      read: (name) => read('alignments', name, isStoredAlignment),
      write: (name, alignment) =>
        write(
          { shelf: 'alignments', value: alignment },
          { fingerprint: name, bytes: bytesOfAlignment(alignment) },
        ),
    },
    drafts: {
      read: async (name) => {
        const draft = await read('drafts', name, isStoredDraft)
        return draft && withIssuesRenamed(draft)
      },
      write: (name, draft) =>
        write({ shelf: 'drafts', value: draft }, { fingerprint: name, bytes: bytesOfDraft(draft) }),
    },

    usage: () =>
      ask({ recordings: 0, bytes: 0 }, async (database) => {
        const entries = await database.getAll('entries')
        // Several texts may be spoken in one recording.
        const recordings = new Set(entries.map(({ fingerprint }) => fingerprint.split(' ')[0]))
        return { recordings: recordings.size, bytes: bytesOfAll(entries) }
      }),

    clear: () =>
      ask(false, async (database) => {
        const clearing = database.transaction(allStores, 'readwrite')
        await Promise.all([
          ...allStores.map((name) => clearing.objectStore(name).clear()),
          clearing.done,
        ])
        return true
      }),
  }
}

type Shelf = 'recordings' | 'alignments' | 'drafts'

const allStores = ['entries', 'recordings', 'alignments', 'drafts'] as const

/** A value on its way to where it is kept. */
interface Kept {
  readonly shelf: Shelf
  readonly value: unknown
  readonly entry: StoredEntry
}

const bytesOfAll = (entries: readonly StoredEntry[]) =>
  entries.reduce((sum, { bytes }) => sum + bytes, 0)

/** Forgets what was used longest ago, until there is room for the entry. */
async function makeRoom(
  database: RecordingsDatabase,
  { entry, most }: { entry: StoredEntry; most: number },
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
  { fingerprint, usedAt }: Pick<StoredEntry, 'fingerprint' | 'usedAt'>,
) {
  const noting = database.transaction('entries', 'readwrite')
  const entry = await noting.store.get(fingerprint)
  // It may have been forgotten meanwhile.
  if (entry) await noting.store.put({ ...entry, usedAt })
  await noting.done
}

async function forget(
  database: RecordingsDatabase,
  { fingerprint }: Pick<StoredEntry, 'fingerprint'>,
) {
  const forgetting = database.transaction(allStores, 'readwrite')
  await Promise.all([
    ...allStores.map((name) => forgetting.objectStore(name).delete(fingerprint)),
    forgetting.done,
  ])
}

/** Both or none. */
async function put(database: RecordingsDatabase, { shelf, value, entry }: Kept) {
  const putting = database.transaction(['entries', shelf], 'readwrite')
  await Promise.all([
    putting.objectStore(shelf).put(value, entry.fingerprint),
    putting.objectStore('entries').put(entry),
    putting.done,
  ])
}

/** Nothing but what is asked for, and no buffer that is larger than its view: they are kept whole. */
function trimmed({ finest, duration, silences }: StoredRecording): StoredRecording {
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
