import type { TranscriptId, TranscriptRecord } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { withAnchor } from './anchors.ts'
import { openRecords } from './open-records.ts'
import { timesKey, packTimes, unpackTimes } from './packed-times.ts'
import { withTiming } from './timing-layer.ts'

/** Stores the timing of the open recording's transcripts in the browser, and brings it back. */
export interface StoredTiming {
  /** Resolves when the record's timing, anchors and language are stored, or cannot be. The last call wins. */
  write(record: TranscriptRecord): Promise<void>
  /** Gives the transcript what was stored of it; false where nothing was, or where something was found meanwhile. */
  restore(record: TranscriptRecord): Promise<boolean>
  /** Another recording is open: the names of the one before are not its own. */
  forget(): void
}

export function createStoredTiming({
  store,
  storedAlignments,
}: Pick<AlignmentPorts, 'store' | 'storedAlignments'>): StoredTiming {
  const records = openRecords(store)
  let keys = new Map<TranscriptId, { readonly read: Transcript; readonly key: StorageKey }>()

  /** Made while its recording is open, and reused: results are stored when another has come, too. */
  function keyOf({ id, read }: TranscriptRecord): StorageKey {
    const made = keys.get(id)
    if (made?.read === read) return made.key
    const { fingerprint } = store.getState()
    if (!fingerprint) return Promise.resolve(null)
    const key = timesKey(fingerprint, read)
    keys.set(id, { read, key })
    return key
  }

  return {
    async write(record) {
      const key = await keyOf(record)
      if (key !== null) await storedAlignments.write(key, packTimes(record))
    },
    async restore(record) {
      const keysThen = keys
      const key = await keyOf(record)
      const stored = key === null ? null : await storedAlignments.read(key)
      const unpacked = stored && unpackTimes(stored, record.read)
      // Meanwhile another recording may have come, or an alignment may have begun.
      const now = records.find(record.id)
      if (!unpacked || !now || keys !== keysThen || now.timing.known.words.length > 0) return false
      const { timing, anchors, chosenLanguage } = unpacked
      const all = now.anchors.reduce(withAnchor, anchors)
      records.change(record.id, {
        ...withTiming({ read: now.read, anchors: all }, timing),
        anchors: all,
        chosenLanguage: now.chosenLanguage ?? chosenLanguage,
      })
      return true
    },
    forget() {
      keys = new Map()
    },
  }
}

type StorageKey = Promise<string | null>
