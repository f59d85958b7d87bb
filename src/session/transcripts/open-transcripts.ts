import { isPacked } from '#formats/parsing/is-packed.ts'
import type { AppStore } from '#state/store.ts'
import { shownRecord } from '#state/transcripts.ts'
import type { TranscriptId, TranscriptRecord } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import { readSource } from './read-source.ts'
import type { ReadingOrder, SourceReading, TranscriptReadingPorts } from './read-source.ts'

/** Chooses among the open transcripts, and reads the shown one in another way. */
export interface OpenTranscripts {
  show(id: TranscriptId): void
  /** After the last one, the first. */
  showNext(): void
  /** Reads the shown transcript's file again as this format or encoding; on failure it stays as it was, and a problem says why. */
  readAs(order: ReadingOrder): Promise<Problem | null>
  /**
   * What reading the shown transcript's file again would give, which changes nothing; `null` where no transcript is
   * shown. Rejects with the signal's reason.
   */
  tryReading(order: ReadingOrder, signal: AbortSignal): Promise<SourceReading | null>
  /**
   * The first lines of the shown transcript's file in an encoding; empty for a label that is no encoding, and for
   * packed files (Word, EPUB).
   */
  decodedStart(encoding: string): string
}

export function createOpenTranscripts({
  store,
  readTranscript,
}: { readonly store: AppStore } & Pick<TranscriptReadingPorts, 'readTranscript'>): OpenTranscripts {
  let rereading = new AbortController()
  const shown = () => shownRecord(store.getState().transcripts)
  const readAgain = (
    { requestId, source }: TranscriptRecord,
    options: { readonly order: ReadingOrder; readonly signal: AbortSignal },
  ) => readSource({ readTranscript }, { requestId, ...source }, options)

  return {
    show: (id) => store.getState().transcriptShown(id),
    showNext() {
      const { transcripts, transcriptShown } = store.getState()
      const { order, shownId } = transcripts
      const next = order[(order.findIndex((id) => id === shownId) + 1) % order.length]
      if (next !== undefined) transcriptShown(next)
    },
    async readAs(order) {
      const record = shown()
      if (!record) return null
      rereading.abort()
      const { signal } = (rereading = new AbortController())
      const { id } = record
      try {
        const { read, failures } = await readAgain(record, { order, signal })
        // The listener may have chosen another transcript meanwhile.
        if (signal.aborted || shown()?.id !== id) return null
        if (read) store.getState().transcriptReread(id, read)
        return failures[0] ?? null
      } catch (error) {
        if (signal.aborted) return null
        throw error
      }
    },
    async tryReading(order, signal) {
      const record = shown()
      return record ? readAgain(record, { order, signal }) : null
    },
    decodedStart(encoding) {
      const record = shown()
      return record ? beginningOf(record.source.bytes, encoding) : ''
    },
  }
}

const beginningBytes = 4096
const beginningLetters = 400

function beginningOf(bytes: Uint8Array, encoding: string): string {
  if (isPacked(bytes)) return ''
  try {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, beginningBytes))
    return text.slice(0, beginningLetters)
  } catch {
    return ''
  }
}
