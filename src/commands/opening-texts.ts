import type { Reading, ReadingHint } from '#formats/read-transcript.ts'
import type { AppStore } from '#state/store.ts'
import { followAgain } from './opening-outcome.ts'
import type { Outcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { TextSource } from './opening-sources.ts'
import * as trouble from './opening-trouble.ts'

/** The world outside, as opening a transcript needs it. */
export interface TextPorts {
  readonly store: AppStore
  /** Something of this name will want reading soon. */
  prepareReader(fileName: string): void
  readTranscript(
    bytes: Uint8Array<ArrayBuffer>,
    hint: ReadingHint,
    signal: AbortSignal,
  ): Promise<Reading>
}

/** Opens transcripts and chapters, one in the place of the other. */
export interface TextOpener {
  /** The request that the open text came with; `null` before there was one. */
  readonly shown: OpenRequest | null
  open(request: OpenRequest, signal: AbortSignal): Promise<Outcome>
}

export function createTextOpener({ store, prepareReader, readTranscript }: TextPorts): TextOpener {
  let shown: OpenRequest | null = null

  async function readText({ name, mimeType, bytes }: TextSource, signal: AbortSignal) {
    try {
      prepareReader(name)
      const content = await bytes(signal)
      const hint = { fileName: name, ...(mimeType === '' ? {} : { mimeType }) }
      const reading = await readTranscript(content, hint, signal)
      const failures = reading.transcript
        ? []
        : reading.problems.filter(({ severity }) => severity === 'error')
      return { name, reading, failures }
    } catch (error) {
      signal.throwIfAborted()
      return { name, reading: null, failures: [trouble.notFetched(name, error)] }
    }
  }

  return {
    get shown() {
      return shown
    },
    async open(request, signal) {
      const readings = await Promise.all(request.texts.map((text) => readText(text, signal)))
      signal.throwIfAborted()
      const problems = readings.flatMap(({ failures }) => failures)
      const read = readings.flatMap(({ name, reading }) => {
        const transcript = reading?.transcript
        return reading && transcript ? [{ name, transcript, reading }] : []
      })
      const [first, ...more] = read.filter(({ transcript }) => transcript.segments.length > 0)
      const chapters = read.find(({ transcript }) => transcript.segments.length === 0)
      const state = store.getState()
      if (first) {
        shown = request
        const { name, transcript, reading } = first
        state.documentOpened({
          name,
          format: reading.format ?? '',
          transcript: chapters
            ? { ...transcript, chapters: chapters.transcript.chapters }
            : transcript,
          problems: reading.problems,
        })
        followAgain(store)
      } else if (chapters) {
        const hasText = state.document.status === 'open'
        if (hasText) state.chaptersOpened(chapters.transcript.chapters)
        else problems.push(trouble.chaptersWithoutText(chapters.name))
      }
      if (first && more.length > 0) problems.push(trouble.oneTranscriptOnly(first.name, more))
      return { opened: first !== undefined, problems }
    },
  }
}
