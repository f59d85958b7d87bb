import type { RecordingStore } from '#storage/stored-recordings.ts'
import type { Background } from './background.ts'

/** Loads the background of the app once; after a failure, the next call tries again. */
export function createBackgroundLoader(mayStore: () => boolean): () => Promise<Background> {
  let loading: Promise<Background> | null = null
  return () => {
    loading ??= import('./background.ts').then(({ createBackground }) => createBackground(mayStore))
    loading.catch(() => (loading = null))
    return loading
  }
}

/** Counts and clears what is stored of recordings; like the store itself, it does not reject. */
export function storedWaveformsOf(
  background: () => Promise<Background>,
): Pick<RecordingStore, 'usage' | 'clear'> {
  const recordings = async () => (await background()).storedRecordings
  return {
    usage: () =>
      recordings().then(
        (stored) => stored.usage(),
        () => ({ recordings: 0, bytes: 0 }),
      ),
    clear: () =>
      recordings().then(
        (stored) => stored.clear(),
        () => false,
      ),
  }
}
