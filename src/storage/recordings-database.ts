import type { DBSchema, IDBPDatabase } from 'idb'

/** What is known of a kept recording, or of the timing of a text in it, or of its draft, without reading it. */
export interface StoredEntry {
  /** Of the recording; or the name of a timing or a draft, which begins with it. */
  readonly fingerprint: string
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly usedAt: number
}

interface Schema extends DBSchema {
  entries: { key: string; value: StoredEntry; indexes: { usedAt: number } }
  /** By fingerprint. To be checked on the way in. */
  recordings: { key: string; value: unknown }
  /** When texts are spoken in recordings, by recording and text. To be checked on the way in. */
  alignments: { key: string; value: unknown }
  /** What a machine wrote down, by recording. To be checked on the way in. */
  drafts: { key: string; value: unknown }
}

export type RecordingsDatabase = IDBPDatabase<Schema>

export const databaseName = 'earshot.recordings'

/** Each takes the database from the version of its place to the next: add one, and never change one. */
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
 * Rejects where the browser has no database for the page, has a newer version of it, or does not answer
 * within the patience: an old tab may hold an old version, and Safari has known days when it never answers
 * (https://bugs.webkit.org/show_bug.cgi?id=226547).
 */
export async function openRecordingsDatabase({
  patienceMs,
  onEnd,
}: {
  patienceMs: number
  /** The connection ended: the next use has to open another. */
  onEnd: () => void
}): Promise<RecordingsDatabase> {
  // Opening a page needs no database: the library is no part of the first load.
  const { openDB } = await import('idb')
  const opening = openDB<Schema>(databaseName, upgrades.length, {
    upgrade(database, oldVersion) {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(database)
    },
    // Another tab has a newer page, and waits for this one to let go.
    blocking() {
      void opening.then((database) => database.close())
      onEnd()
    },
    terminated: onEnd,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('openRecordingsDatabase: the browser does not answer'))
      opening.then(
        (database) => database.close(),
        () => undefined,
      )
    }, patienceMs)
  })
  try {
    return await Promise.race([opening, patience])
  } finally {
    clearTimeout(timer)
  }
}
