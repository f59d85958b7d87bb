import { transfer, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import { unpackWords } from './packed-words.ts'
import type { PackedReading, TranscriptWorkerApi } from './transcript.worker.ts'

export interface TranscriptReader {
  /** Something of this name will want reading soon: the worker and its reader load meanwhile. */
  prepare(fileName: string): void
  /** Reads off the main thread. The bytes are handed over. Rejects only with the signal's reason. */
  read(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions, signal: AbortSignal): Promise<ReadResult>
  dispose(): void
}

/** The worker starts when there is something to read, and is ended when a reading is given up: it cannot be asked to stop. */
export function createTranscriptReader(): TranscriptReader {
  let running: { worker: Worker; remote: Remote<TranscriptWorkerApi> } | null = null

  function start() {
    const worker = new Worker(new URL('./transcript.worker.ts', import.meta.url), {
      type: 'module',
    })
    return { worker, remote: wrap<TranscriptWorkerApi>(worker) }
  }
  function end() {
    running?.worker.terminate()
    running = null
  }

  return {
    prepare(fileName) {
      running ??= start()
      // What cannot be loaded now will be asked for again, and then there is somebody to tell.
      running.remote.prepareReader(fileName).catch(() => undefined)
    },
    read(bytes, hint, signal) {
      signal.throwIfAborted()
      const reader = (running ??= start())
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          if (running === reader) end()
          reject(signal.reason as Error)
        }
        const fail = (event: ErrorEvent | Event) => {
          if (running === reader) end()
          const detail = 'message' in event && event.message !== '' ? ` (${event.message})` : ''
          resolve(unreadable(hint, detail))
        }
        signal.addEventListener('abort', giveUp, { once: true })
        reader.worker.addEventListener('error', fail, { once: true })
        reader.remote
          .readTranscript(transfer(bytes, [bytes.buffer]), hint)
          .then(unpacked, (error: unknown) => unreadable(hint, ` (${String(error)})`))
          .then(resolve)
          .finally(() => {
            signal.removeEventListener('abort', giveUp)
            reader.worker.removeEventListener('error', fail)
          })
      })
    },
    dispose: end,
  }
}

const unpacked = ({ transcript, ...rest }: PackedReading): ReadResult => ({
  ...rest,
  transcript: transcript && unpackWords(transcript),
})

/** The reader itself broke: our mistake, which must not take the page with it. */
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
        message: `${fileName} could not be read, by a mistake of Earshot's own${detail}. Please report it; saving the transcript as SubRip (.srt) or WebVTT (.vtt) may help.`,
      },
    ],
  }
}
