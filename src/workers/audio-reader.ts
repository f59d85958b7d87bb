import { proxy } from 'comlink'
import type { VirtualFile } from '#audio/seeking/virtual-file.ts'
import type { Continuity } from '#audio/continuous/continuous-copy.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AudioWorkerApi } from './audio.worker.ts'
import { connectWorker } from './worker-connection.ts'
import { createWorkerPool } from './worker-pool.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

/** More would wait for memory, the disk or the network. */
const mostWorkers = 4

const startWorker = () =>
  connectWorker<AudioWorkerApi>(
    () => new Worker(new URL('./audio.worker.ts', import.meta.url), { type: 'module' }),
    'the reader of sound',
  )

/** See `convertLayerTwo` in `audio/`. Rejects with the signal's reason. */
export async function convertLayerTwoInWorker(
  recording: RecordingSource,
  signal: AbortSignal,
): Promise<Blob | null> {
  const connection = startWorker()
  try {
    return await connection.call(
      async (remote): Promise<Blob | null> => remote.convertLayerTwo(recording),
      signal,
    )
  } finally {
    connection.end()
  }
}

export function createAudioReader(recording: RecordingSource): AudioReader {
  const size = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency))
  let index: FrameIndex | null = null
  const pool = createWorkerPool({
    size,
    connect: startWorker,
    open: (connection) => connection.call(async (remote) => remote.open(recording, index)),
    // A section that cannot be decoded in one worker cannot be in another.
    retryOn: 'failure',
  })

  return {
    workerCount: size,
    open: pool.opened,
    countFrames: (onProgress) =>
      pool.callOldest(async (remote): Promise<FrameCount | null> =>
        remote.countFrames(proxy(onProgress)),
      ),
    setFrameIndex(counted) {
      index = counted
      pool.notifyAll((remote) => remote.setFrameIndex(counted))
    },
    peaks: (part) => pool.call((remote) => remote.peaks(part)),
    seekableFile: (index) =>
      pool.callOldest(async (remote): Promise<VirtualFile> => remote.seekableFile(index)),
    continuity: () => pool.callOldest(async (remote): Promise<Continuity> => remote.continuity()),
    fingerprint: () => pool.callOldest((remote) => remote.fingerprint()),
    chapters: () => pool.callOldest((remote) => remote.chapters()),
    detectSilences: (finest) => pool.callOldest((remote) => remote.detectSilences(finest)),
    dispose: pool.dispose,
  }
}
