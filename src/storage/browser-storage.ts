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
  /** The browser's storage estimate, which may be empty. */
  readonly estimate?: () => Promise<StorageEstimate>
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** If the database does not open within this time, nothing is stored while the page is open. */
  readonly timeoutMs?: number
}

/** Facts of recordings, alignments and draft transcripts; one size limit applies to all of them together. */
export type BrowserStorage = RecordingStore & {
  readonly alignments: AlignmentStore
  readonly drafts: DraftStore
}

/** Stores in IndexedDB, which is opened on the first use. */
export function createBrowserStorage({
  mostBytes = storageQuotaBytes,
  estimate = estimateOfBrowser,
  now = Date.now,
  timeoutMs = 3_000,
}: StorageLimits = {}): BrowserStorage {
  let database: Promise<RecordingsDatabase> | null = null

  async function query<T>(otherwise: T, run: (database: RecordingsDatabase) => Promise<T>) {
    try {
      database ??= openRecordingsDatabase({ timeoutMs, onEnd: () => (database = null) })
      return await run(await database)
    } catch {
      // A forbidden, full or damaged store counts as empty.
      return otherwise
    }
  }

  /** The size limit, bytes; leaves half of the free quota to the other data of the page. */
  async function sizeLimit(database: RecordingsDatabase): Promise<number> {
    const { quota, usage } = await estimate().catch((): StorageEstimate => ({}))
    if (quota === undefined || usage === undefined) return mostBytes
    const stored = bytesOfAll(await database.getAll('entries'))
    return Math.min(mostBytes, stored + Math.max(0, quota - usage) / 2)
  }

  async function read<T>(
    table: Table,
    fingerprint: string,
    isValid: (value: unknown) => value is T,
  ): Promise<T | null> {
    return query(null, async (database) => {
      const value = await database.get(table, fingerprint)
      if (value === undefined) return null
      if (!isValid(value)) {
        await remove(database, { fingerprint })
        return null
      }
      // A failure to record the use does not fail the read.
      noteUse(database, { fingerprint, usedAt: now() }).catch(() => undefined)
      return value
    })
  }
  async function write(
    stored: Pick<TableValue, 'table' | 'value'>,
    name: { fingerprint: string; bytes: number },
  ) {
    return query(false, async (database) => {
      const entry = { ...name, usedAt: now() }
      const most = await sizeLimit(database)
      if (entry.bytes > most) return false
      await makeRoom(database, { entry, most })
      try {
        await put(database, { ...stored, entry })
      } catch (error) {
        if (!isFull(error)) throw error
        // The estimate was too high: delete half of the entries, then try once more.
        const all = bytesOfAll(await database.getAll('entries'))
        await makeRoom(database, { entry, most: entry.bytes + all / 2 })
        await put(database, { ...stored, entry })
      }
      return true
    })
  }

  return {
    read: (fingerprint) => read('recordings', fingerprint, isStoredRecording),
    write: (fingerprint, recording) =>
      write(
        { table: 'recordings', value: trimmed(recording) },
        { fingerprint, bytes: bytesOfRecording(recording) },
      ),
    alignments: {
      read: (name) => read('alignments', name, isStoredAlignment),
      write: (name, alignment) =>
        write(
          { table: 'alignments', value: alignment },
          { fingerprint: name, bytes: bytesOfAlignment(alignment) },
        ),
    },
    drafts: {
      read: async (name) => {
        const draft = await read('drafts', name, isStoredDraft)
        return draft && withIssuesRenamed(draft)
      },
      write: (name, draft) =>
        write({ table: 'drafts', value: draft }, { fingerprint: name, bytes: bytesOfDraft(draft) }),
    },

    usage: () =>
      query({ recordings: 0, bytes: 0 }, async (database) => {
        const entries = await database.getAll('entries')
        // A recording may have several alignments.
        const recordings = new Set(entries.map(({ fingerprint }) => fingerprint.split(' ')[0]))
        return { recordings: recordings.size, bytes: bytesOfAll(entries) }
      }),

    clear: () =>
      query(false, async (database) => {
        const clearing = database.transaction(allStores, 'readwrite')
        await Promise.all([
          ...allStores.map((name) => clearing.objectStore(name).clear()),
          clearing.done,
        ])
        return true
      }),
  }
}

type Table = 'recordings' | 'alignments' | 'drafts'

const allStores = ['entries', 'recordings', 'alignments', 'drafts'] as const

/** A value to be stored. */
interface TableValue {
  readonly table: Table
  readonly value: unknown
  readonly entry: StoredEntry
}

const bytesOfAll = (entries: readonly StoredEntry[]) =>
  entries.reduce((sum, { bytes }) => sum + bytes, 0)

/** Deletes the least recently used entries until there is room for this one. */
async function makeRoom(
  database: RecordingsDatabase,
  { entry, most }: { entry: StoredEntry; most: number },
) {
  const byUse = await database.getAllFromIndex('entries', 'usedAt')
  const others = byUse.filter(({ fingerprint }) => fingerprint !== entry.fingerprint)
  let total = bytesOfAll(others) + entry.bytes
  for (const other of others) {
    if (total <= most) return
    await remove(database, other)
    total -= other.bytes
  }
}

async function noteUse(
  database: RecordingsDatabase,
  { fingerprint, usedAt }: Pick<StoredEntry, 'fingerprint' | 'usedAt'>,
) {
  const update = database.transaction('entries', 'readwrite')
  const entry = await update.store.get(fingerprint)
  // It may have been deleted meanwhile.
  if (entry) await update.store.put({ ...entry, usedAt })
  await update.done
}

async function remove(
  database: RecordingsDatabase,
  { fingerprint }: Pick<StoredEntry, 'fingerprint'>,
) {
  const removal = database.transaction(allStores, 'readwrite')
  await Promise.all([
    ...allStores.map((name) => removal.objectStore(name).delete(fingerprint)),
    removal.done,
  ])
}

/** Writes value and entry in one transaction. */
async function put(database: RecordingsDatabase, { table, value, entry }: TableValue) {
  const insertion = database.transaction(['entries', table], 'readwrite')
  await Promise.all([
    insertion.objectStore(table).put(value, entry.fingerprint),
    insertion.objectStore('entries').put(entry),
    insertion.done,
  ])
}

/** Copies only the declared fields, and only the viewed bytes: IndexedDB stores the whole buffer of a view. */
function trimmed({ finest, duration, silences }: StoredRecording): StoredRecording {
  return {
    finest: finest.slice(),
    duration,
    silences: silences && silences.map(({ start, end }) => ({ start, end })),
  }
}

const isFull = (error: unknown) =>
  error instanceof DOMException && error.name === 'QuotaExceededError'

/** Pages served by plain `http:` have no `navigator.storage`. */
const estimateOfBrowser = async () => (await navigator.storage?.estimate()) ?? {}
