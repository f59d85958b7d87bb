import { transfer } from 'comlink'
import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import { unpackWords } from './packed-words.ts'
import type { TranscriptWorkerApi } from './transcript.worker.ts'
import { connectWorker } from './worker-connection.ts'
import type { WorkerConnection } from './worker-connection.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

/** Reads transcripts in a worker. */
export interface WorkerReader {
  /** Loads the worker and the reader of the format that the name stands for. */
  prepare(fileName: string): void
  /**
   * The bytes are transferred. Rejects with the signal's reason, or with an Error whose message says what failed.
   */
  read(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions, signal: AbortSignal): Promise<ReadResult>
  /** Terminates the worker. Its pending reads never settle. */
  dispose(): void
}

/**
 * One worker, started when it is needed first, and again after an aborted read or a failure has terminated it. Browsers may
 * remember in a worker that a part could not be loaded, so a read that failed ends it, too.
 */
export function createWorkerReader(): WorkerReader {
  let connection: WorkerConnection<TranscriptWorkerApi> | null = null
  let readsUnderWay = 0
  let hasFailed = false

  function running() {
    if (connection?.status === 'running') return connection
    hasFailed = false
    return (connection = connectWorker(
      () => new Worker(new URL('./transcript.worker.ts', import.meta.url), { type: 'module' }),
      'the reader of transcripts',
    ))
  }

  return {
    prepare(fileName) {
      // Reading loads again what could not be loaded now, and reports the failure.
      running().notify((remote) => remote.prepareReader(fileName))
    },
    async read(bytes, hint, signal) {
      const reader = running()
      readsUnderWay += 1
      try {
        const { transcript, ...rest } = await reader.call(
          async (remote) => remote.readTranscript(transfer(bytes, [bytes.buffer]), hint),
          signal,
        )
        hasFailed ||= rest.problems.some(({ code }) => code === 'reader-failed')
        return { ...rest, transcript: transcript && unpackWords(transcript) }
      } catch (error) {
        signal.throwIfAborted()
        hasFailed = true
        if (reader.status === 'failed') throw error
        throw new Error(String(error), { cause: error })
      } finally {
        readsUnderWay -= 1
        if (hasFailed && readsUnderWay === 0) reader.end()
      }
    },
    dispose: () => connection?.end(),
  }
}
