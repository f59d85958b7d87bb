import { transfer } from 'comlink'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { PeaksRefusal } from '#audio/peaks/audiowaveform/peaks-file.ts'
import type { PeaksWorkerApi } from './peaks.worker.ts'
import { callAndEnd, connectWorker } from './worker-connection.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

const connect = () =>
  connectWorker<PeaksWorkerApi>(
    () => new Worker(new URL('./peaks.worker.ts', import.meta.url), { type: 'module' }),
    'the reader of peaks',
  )

/**
 * See `readPrecomputedPeaks`; in a worker for this file alone, because a listener seldom opens a second. The bytes are
 * transferred. Rejects with the signal's reason, or with an Error if the worker fails.
 */
export async function readPeaksInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  signal: AbortSignal,
): Promise<PrecomputedPeaks | PeaksRefusal> {
  return callAndEnd(
    connect(),
    async (remote) => remote.readPeaks(transfer(bytes, [bytes.buffer]), name),
    signal,
  )
}
