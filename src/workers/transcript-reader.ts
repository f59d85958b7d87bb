import { transfer } from 'comlink'
import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import type { TranscriptWorkerApi } from './transcript.worker.ts'
import { connectWorker } from './worker-connection.ts'
import type { WorkerConnection } from './worker-connection.ts'

export interface TranscriptReader {
  /** A file of this name is about to be read: loads the worker and the format's reader meanwhile. */
  prepare(fileName: string): void
  /** Reads off the main thread. The bytes are transferred. Rejects only with the signal's reason. */
  read(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions, signal: AbortSignal): Promise<ReadResult>
  /** Terminates the worker. Pending reads never settle. */
  dispose(): void
}

/** One worker, started when it is needed first, and again after an aborted read or a failure has terminated it. */
export function createTranscriptReader(): TranscriptReader {
  let connection: WorkerConnection<TranscriptWorkerApi> | null = null

  function running() {
    if (connection?.status === 'running') return connection
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
      signal.throwIfAborted()
      const reader = running()
      try {
        const [{ transcript, ...rest }, { unpackWords }] = await Promise.all([
          reader.call(
            async (remote) => remote.readTranscript(transfer(bytes, [bytes.buffer]), hint),
            signal,
          ),
          // Loads while the worker reads.
          import('./packed-words.ts'),
        ])
        return { ...rest, transcript: transcript && unpackWords(transcript) }
      } catch (error) {
        signal.throwIfAborted()
        const isPlain = reader.status === 'failed' && error instanceof Error
        return unreadable(hint, isPlain ? error.message : String(error))
      }
    },
    dispose: () => connection?.end(),
  }
}

/** A failure of the reader itself is a problem like others: it must not stop the page. */
function unreadable({ fileName = 'This file' }: ReadOptions, detail: string): ReadResult {
  return {
    transcript: null,
    format: null,
    encoding: 'utf-8',
    candidates: [],
    problems: [
      {
        code: 'reader-broke',
        severity: 'error',
        message: `${fileName} could not be read, by a mistake of Earshot's own (${detail}). Please report it; saving the transcript as SubRip (.srt) or WebVTT (.vtt) may help.`,
      },
    ],
  }
}
