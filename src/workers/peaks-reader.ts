import { transfer, wrap } from 'comlink'
import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { PeaksRefusal } from '#audio/peaks/audiowaveform/peaks-file.ts'
import type { PeaksWorkerApi } from './peaks.worker.ts'

/**
 * Reads a file of peaks in a worker that ends with it: there is seldom one, and never a second. The bytes are
 * handed over. Rejects with the signal's reason, or an Error when the worker itself breaks.
 */
export async function readPeaksInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  signal: AbortSignal,
): Promise<PrecomputedPeaks | PeaksRefusal> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./peaks.worker.ts', import.meta.url), { type: 'module' })
  const ended = new AbortController()
  const broken = new Promise<never>((_, reject) => {
    const listening = { signal: ended.signal }
    signal.addEventListener('abort', () => reject(signal.reason as Error), listening)
    worker.addEventListener(
      'error',
      ({ message }) => reject(new Error(message || 'the reader of peaks could not be loaded')),
      listening,
    )
  })
  try {
    const { readPeaks } = wrap<PeaksWorkerApi>(worker)
    return await Promise.race([readPeaks(transfer(bytes, [bytes.buffer]), name), broken])
  } finally {
    ended.abort()
    worker.terminate()
  }
}
