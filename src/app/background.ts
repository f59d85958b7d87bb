import { createBrowserStorage } from '#storage/browser-storage.ts'
import { removeLeftovers } from '#storage/disk-copy.ts'
import { entriesWhileAllowed } from '#storage/entry-store.ts'
import { storedWhileAllowed } from '#storage/stored-recordings.ts'
import { createAlignmentClient } from '#workers/alignment-client.ts'
import { convertLayerTwoInWorker, createAudioReader } from '#workers/audio-reader.ts'
import { readPeaksInWorker } from '#workers/peaks-reader.ts'
import { writeTranscriptInWorker } from '#workers/transcript-writer.ts'
import { downloadToDisk } from './download-to-disk.ts'

/** What the first screen does not need: workers and storage. The page loads this module after the first screen. */
export function createBackground(mayStore: () => boolean) {
  const storage = createBrowserStorage()
  void removeLeftovers()
  return {
    storedRecordings: storedWhileAllowed(storage, mayStore),
    storedAlignments: entriesWhileAllowed(storage.alignments, mayStore),
    storedDrafts: entriesWhileAllowed(storage.drafts, mayStore),
    client: createAlignmentClient(),
    openReader: createAudioReader,
    convertLayerTwo: convertLayerTwoInWorker,
    download: downloadToDisk,
    readPeaks: readPeaksInWorker,
    writeTranscript: writeTranscriptInWorker,
  }
}

export type Background = ReturnType<typeof createBackground>
