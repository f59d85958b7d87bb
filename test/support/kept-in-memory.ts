import { bytesOfRecording, storageQuotaBytes } from '#storage/stored-recordings.ts'
import type { StoredRecording, RecordingStore } from '#storage/stored-recordings.ts'

/** The twin of `createKeptRecordings` that lasts as long as the test. The last to be used is the last in the map. */
export function keepInMemory({ mostBytes = storageQuotaBytes } = {}): RecordingStore {
  const kept = new Map<string, StoredRecording>()
  const bytesOfAll = () => [...kept.values()].reduce((sum, each) => sum + bytesOfRecording(each), 0)
  return {
    read(fingerprint) {
      const recording = kept.get(fingerprint) ?? null
      if (recording) {
        kept.delete(fingerprint)
        kept.set(fingerprint, recording)
      }
      return Promise.resolve(recording)
    },
    write(fingerprint, recording) {
      const bytes = bytesOfRecording(recording)
      if (bytes > mostBytes) return Promise.resolve(false)
      kept.delete(fingerprint)
      for (const oldest of kept.keys()) {
        if (bytesOfAll() + bytes <= mostBytes) break
        kept.delete(oldest)
      }
      kept.set(fingerprint, structuredClone(recording))
      return Promise.resolve(true)
    },
    usage: () => Promise.resolve({ recordings: kept.size, bytes: bytesOfAll() }),
    clear() {
      kept.clear()
      return Promise.resolve(true)
    },
  }
}
