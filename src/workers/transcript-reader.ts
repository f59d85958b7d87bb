import { transfer, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { Reading, ReadingHint } from '#formats/read-transcript.ts'

interface ReaderWorker {
  readTranscript(bytes: Uint8Array, hint: ReadingHint): Promise<Reading>
}

export interface TranscriptReader {
  /** Reads off the main thread. The bytes are handed over. Rejects only with the signal's reason. */
  read(bytes: Uint8Array<ArrayBuffer>, hint: ReadingHint, signal: AbortSignal): Promise<Reading>
  dispose(): void
}

/** The worker starts with the first file, and is ended when a reading is given up: it cannot be asked to stop. */
export function createTranscriptReader(): TranscriptReader {
  let running: { worker: Worker; remote: Remote<ReaderWorker> } | null = null

  function start() {
    const worker = new Worker(new URL('./transcript.worker.ts', import.meta.url), {
      type: 'module',
    })
    return { worker, remote: wrap<ReaderWorker>(worker) }
  }
  function end() {
    running?.worker.terminate()
    running = null
  }

  return {
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
          .then(resolve, (error: unknown) => resolve(unreadable(hint, ` (${String(error)})`)))
          .finally(() => {
            signal.removeEventListener('abort', giveUp)
            reader.worker.removeEventListener('error', fail)
          })
      })
    },
    dispose: end,
  }
}

/** The reader itself broke: our mistake, which must not take the page with it. */
function unreadable({ fileName = 'This file' }: ReadingHint, detail: string): Reading {
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
