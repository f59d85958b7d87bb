import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import { isPacked } from '#formats/parsing/is-packed.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { saysMissingPart } from './missing-part.ts'
import type { WorkerReader } from './read-in-worker.ts'

export interface TranscriptReader {
  /** A file of this name and size, in bytes, is about to be read: loads the code for it meanwhile. */
  prepare(fileName: string, size: number): void
  /** Reads the first blocks of a large file, on the page; `null` where a part cannot be read alone. Never rejects. */
  readBeginning(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions): Promise<Transcript | null>
  /** The bytes may be transferred to a worker. Rejects only with the signal's reason. */
  read(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions, signal: AbortSignal): Promise<ReadResult>
  /** Terminates the worker. Its pending reads never settle. */
  dispose(): void
}

/** Reading this much takes a few hundredths of a second (`npm run bench -- --only formats`). */
const mostBytesOnPage = 256 * 1024

/** Reads small files on the page, because starting a worker takes longer than reading them; larger ones in a worker. */
export function createTranscriptReader(): TranscriptReader {
  let inWorker: Promise<WorkerReader> | null = null
  let isDisposed = false

  function workerReader() {
    inWorker ??= import('./read-in-worker.ts').then(({ createWorkerReader }) =>
      createWorkerReader(),
    )
    inWorker.catch(() => (inWorker = null))
    return inWorker
  }

  return {
    prepare(fileName, size) {
      const prepared =
        size > mostBytesOnPage
          ? workerReader().then((reader) => isDisposed || reader.prepare(fileName))
          : loadReader().then(({ prepareReader }) => prepareReader(fileName))
      // Reading loads again what could not be loaded now, and reports the failure.
      prepared.catch(() => undefined)
    },
    readBeginning: (bytes, hint) =>
      import('#formats/read-beginning.ts')
        .then(({ readBeginning }) => readBeginning(bytes, hint))
        // The whole file is read all the same, and says what is wrong.
        .catch(() => null),
    async read(bytes, hint, signal) {
      signal.throwIfAborted()
      try {
        if (!isReadOnPage(bytes))
          return explained(await (await workerReader()).read(bytes, hint, signal), hint)
        const { readTranscript } = await loadReader()
        signal.throwIfAborted()
        return explained(await readTranscript(bytes, hint), hint)
      } catch (error) {
        signal.throwIfAborted()
        return unreadable(hint, error instanceof Error ? error.message : String(error))
      }
    },
    dispose() {
      isDisposed = true
      void inWorker?.then((reader) => reader.dispose())
    },
  }
}

/** What is packed may unpack to much more (DOCX, ODT, EPUB, PDF). */
const isReadOnPage = (bytes: Uint8Array) => bytes.length <= mostBytesOnPage && !isPacked(bytes)

const loadReader = () => import('#formats/read-transcript.ts')

/** The reader of a format is loaded when it is needed. */
function explained(result: ReadResult, hint: ReadOptions): ReadResult {
  const missing = result.problems.find(
    ({ code, message }) => code === 'reader-failed' && saysMissingPart(message),
  )
  return missing ? unreadable(hint, missing.message) : result
}

/** A failure of the reader itself is a problem like others: it must not stop the page. */
function unreadable({ fileName = 'This file' }: ReadOptions, detail: string): ReadResult {
  const [code, message] = saysMissingPart(detail)
    ? [
        'reader-not-loaded',
        `${fileName} could not be read, because a part of Earshot could not be loaded. Check the connection, then open the file again.`,
      ]
    : [
        'reader-broke',
        `${fileName} could not be read, because Earshot failed (${detail}). Please report it. Saving the transcript as SubRip (.srt) or WebVTT (.vtt) in the program it comes from may help.`,
      ]
  return {
    transcript: null,
    format: null,
    encoding: 'utf-8',
    candidates: [],
    speakersFrom: 'none',
    problems: [{ code, severity: 'error', message }],
  }
}
