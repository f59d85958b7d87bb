import type { DBSchema, IDBPDatabase } from 'idb'

/** Size and last use of a stored value, known without reading it. */
export interface StoredEntry {
  /** The fingerprint of the recording; for an alignment or a draft, its name, which begins with the fingerprint. */
  readonly fingerprint: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly usedAt: number
}

interface Schema extends DBSchema {
  entries: { key: string; value: StoredEntry; indexes: { usedAt: number } }
  /** By fingerprint. Checked when read, as are the tables below. */
  recordings: { key: string; value: unknown }
  /** By recording and transcript. */
  alignments: { key: string; value: unknown }
  /** By recording. */
  drafts: { key: string; value: unknown }
}

export type RecordingsDatabase = IDBPDatabase<Schema>

export const databaseName = 'earshot.recordings'

/** The upgrade at index n takes the database from version n to n + 1: add one, never change one. */
const upgrades: readonly ((database: RecordingsDatabase) => void)[] = [
  (database) => {
    const entries = database.createObjectStore('entries', { keyPath: 'fingerprint' })
    entries.createIndex('usedAt', 'usedAt')
    database.createObjectStore('recordings')
  },
  (database) => {
    database.createObjectStore('alignments')
  },
  (database) => {
    database.createObjectStore('drafts')
  },
]

/**
 * Rejects where the browser has no database for the page, where it has a newer version, and after `timeoutMs`: an old
 * tab may block the upgrade, and some versions of Safari never answer
 * (https://bugs.webkit.org/show_bug.cgi?id=226547).
 */
export async function openRecordingsDatabase({
  timeoutMs,
  onEnd,
}: {
  timeoutMs: number
  /** Called when the connection has ended: the next use must open another. */
  onEnd: () => void
}): Promise<RecordingsDatabase> {
  // The library is not part of the first load, because opening the page needs no database.
  const { openDB } = await import('idb')
  const opening = openDB<Schema>(databaseName, upgrades.length, {
    upgrade(database, oldVersion) {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(database)
    },
    // Another tab with a newer version of the page waits for this connection to close.
    blocking() {
      void opening.then((database) => database.close())
      onEnd()
    },
    terminated: onEnd,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('openRecordingsDatabase: the browser did not answer'))
      opening.then(
        (database) => database.close(),
        () => undefined,
      )
    }, timeoutMs)
  })
  try {
    return await Promise.race([opening, timeout])
  } finally {
    clearTimeout(timer)
  }
}
