import { bytesOf, mostKeptBytes } from '#storage/kept-recordings.ts'
import type { KeptRecording, KeptRecordings } from '#storage/kept-recordings.ts'

/** The twin of `createKeptRecordings` that lasts as long as the test. The last to be used is the last in the map. */
export function keepInMemory({ mostBytes = mostKeptBytes } = {}): KeptRecordings {
  const kept = new Map<string, KeptRecording>()
  const bytesOfAll = () => [...kept.values()].reduce((sum, each) => sum + bytesOf(each), 0)
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
      const bytes = bytesOf(recording)
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
