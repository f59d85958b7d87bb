import { isZip } from '#formats/parsing/zip/is-zip.ts'
import type { AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { followAgain } from '../opening/opening-outcome.ts'
import type { Outcome } from '../opening/opening-outcome.ts'
import type { OpenRequest } from '../opening/opening-request.ts'
import * as trouble from '../opening/opening-trouble.ts'
import { readBytes, readText } from './read-text.ts'
import type { ReadingOrder, ReadingTextPorts, ReadText } from './read-text.ts'
import { createShelf } from './shelf.ts'
import type { Shelved } from './shelf.ts'

/** The world outside, as opening transcripts needs it. */
export interface TextPorts extends ReadingTextPorts {
  readonly store: AppStore
}

/** A text that Earshot has written itself. */
export interface WrittenText {
  readonly name: string
  /** What stands in for a format's id. */
  readonly format: string
  readonly transcript: Transcript
}

/** Opens transcripts and chapters, and reads what is open in another way. */
export interface TextOpener {
  open(request: OpenRequest, signal: AbortSignal): Promise<Outcome>
  /** The texts that came with other requests are closed. */
  keepOnly(request: OpenRequest | null): void
  /** The text that is shown, as it was read; `null` where there is none. */
  readonly shown: { readonly id: number; readonly transcript: Transcript } | null
  /** See `giveTimes` of the shelf. */
  giveTimes(id: number, timed: Transcript | null): void
  /** See `rewrite` of the shelf. */
  rewrite(id: number, transcript: Transcript): void
  /** Puts a text on the shelf that no file held, for the recording of a request; shows it, and says its id. */
  addWritten(written: WrittenText, request: OpenRequest): number
  show(id: number): void
  /** The next one of the texts there are. */
  showNext(): void
  /** Reads the shown text again, as it is told to; what was shown stays where that fails, with why. */
  readAs(order: ReadingOrder): Promise<Problem | null>
  /**
   * How the shown text's file begins in an encoding, some lines of it; empty where there is none such, and for
   * what is no text but packed (Word, EPUB).
   */
  preview(encoding: string): string
}

export function createTextOpener(ports: TextPorts): TextOpener {
  const { store } = ports
  const shelf = createShelf(store)
  let rereading = new AbortController()

  function show(id: number) {
    rereading.abort()
    shelf.show(id)
  }

  return {
    async open(request, signal) {
      const texts = await Promise.all(
        request.texts.map((source) => readText(ports, source, signal)),
      )
      signal.throwIfAborted()
      const problems = texts.flatMap(({ failures }) => failures)
      const read = texts.flatMap((text) => toShelve(text, request))
      const spoken = read.filter(({ reading }) => reading.transcript.segments.length > 0)
      const chapters = read.find(({ reading }) => reading.transcript.segments.length === 0)
      if (spoken.length > 0) {
        rereading.abort()
        shelf.add(spoken)
        followAgain(store)
      }
      if (chapters) {
        if (shelf.shown) shelf.chaptersOpened(chapters.reading.transcript.chapters, request)
        else problems.push(trouble.chaptersWithoutText(chapters.source.name))
      }
      return { opened: spoken.length > 0, problems }
    },
    keepOnly: shelf.keepOnly,
    get shown() {
      const { shown } = shelf
      return shown && { id: shown.id, transcript: shown.reading.transcript }
    },
    giveTimes: shelf.giveTimes,
    rewrite: shelf.rewrite,
    addWritten({ name, format, transcript }, request) {
      rereading.abort()
      const source = { name, mimeType: '' }
      const reading = { transcript, format, encoding: 'utf-8', candidates: [], problems: [] }
      shelf.add([{ request, source, bytes: new Uint8Array(), reading }])
      return shelf.shown!.id
    },
    show,
    showNext() {
      const { texts, shownText } = store.getState()
      const at = texts.findIndex(({ id }) => id === shownText)
      const next = texts[(at + 1) % texts.length]
      if (next && next.id !== shownText) show(next.id)
    },
    async readAs(order) {
      const { shown } = shelf
      if (!shown) return null
      rereading.abort()
      const { signal } = (rereading = new AbortController())
      try {
        const text = await readBytes(ports, { ...shown, order }, signal)
        signal.throwIfAborted()
        const [again] = toShelve(text, shown.request)
        if (!again) return text.failures[0] ?? null
        shelf.replace({ ...again, id: shown.id })
        return null
      } catch (error) {
        if (signal.aborted) return null
        throw error
      }
    },
    preview: (encoding) => (shelf.shown ? beginningOf(shelf.shown.bytes, encoding) : ''),
  }
}

function toShelve(
  { source, bytes, reading }: ReadText,
  request: OpenRequest,
): Omit<Shelved, 'id'>[] {
  if (!bytes || !reading?.transcript) return []
  return [{ request, source, bytes, reading: { ...reading, transcript: reading.transcript } }]
}

const previewedBytes = 4096
const previewedLetters = 400

function beginningOf(bytes: Uint8Array, encoding: string): string {
  if (isZip(bytes)) return ''
  try {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, previewedBytes))
    return text.slice(0, previewedLetters)
  } catch {
    return ''
  }
}
