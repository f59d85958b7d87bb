import { bytesOfRecording, storageQuotaBytes } from '#storage/stored-recordings.ts'
import type { StoredRecording, RecordingStore } from '#storage/stored-recordings.ts'

/** Stored recordings in memory, for as long as a test lasts. The last to be used is the last in the map. */
export function createMemoryStore({ mostBytes = storageQuotaBytes } = {}): RecordingStore {
  const stored = new Map<string, StoredRecording>()
  const bytesOfAll = () =>
    [...stored.values()].reduce((sum, each) => sum + bytesOfRecording(each), 0)
  return {
    read(fingerprint) {
      const recording = stored.get(fingerprint) ?? null
      if (recording) {
        stored.delete(fingerprint)
        stored.set(fingerprint, recording)
      }
      return Promise.resolve(recording)
    },
    write(fingerprint, recording) {
      const bytes = bytesOfRecording(recording)
      if (bytes > mostBytes) return Promise.resolve(false)
      stored.delete(fingerprint)
      for (const oldest of stored.keys()) {
        if (bytesOfAll() + bytes <= mostBytes) break
        stored.delete(oldest)
      }
      stored.set(fingerprint, structuredClone(recording))
      return Promise.resolve(true)
    },
    usage: () => Promise.resolve({ recordings: stored.size, bytes: bytesOfAll() }),
    clear() {
      stored.clear()
      return Promise.resolve(true)
    },
  }
}
