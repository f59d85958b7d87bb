import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import type { ReadTranscript, RequestId, TranscriptSource } from '#state/transcripts.ts'
import { shiftTimes } from '#transcript/shift-times.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { Problem } from '#transcript/problem.ts'

/** What reading a transcript needs from outside. */
export interface TranscriptReadingPorts {
  /** Loads what reading a file of this name and size will need, while its bytes are being fetched. */
  prepareReader(fileName: string, size: number): void
  /** Reads the first blocks of a large file; `null` where a part cannot be read alone. Never rejects. */
  readBeginning(bytes: Uint8Array<ArrayBuffer>, hint: ReadOptions): Promise<Transcript | null>
  /** The bytes are transferred to a worker. */
  readTranscript(
    bytes: Uint8Array<ArrayBuffer>,
    hint: ReadOptions,
    signal: AbortSignal,
  ): Promise<ReadResult>
}

/** What the listener has chosen; the rest is detected. */
export interface ReadingOrder {
  readonly format?: string
  /** Any label that `TextDecoder` knows. */
  readonly encoding?: string
  /** Which words before colons are speakers. */
  readonly labels?: TranscriptSource['labels']
  /** What is added to each time, seconds. */
  readonly shift?: number
}

/** A file, and for which request it is read. */
export interface FileToRead {
  readonly requestId: RequestId | null
  readonly name: string
  readonly sharedAddress: string | null
  readonly mimeType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A transcript, or `null` and why its file could not be read. */
export interface SourceReading {
  readonly read: ReadTranscript | null
  readonly failures: readonly Problem[]
}

/** What a file says of itself besides its bytes. */
export const hintOf = ({ name, mimeType }: Pick<FileToRead, 'name' | 'mimeType'>): ReadOptions => ({
  fileName: name,
  ...(mimeType === '' ? {} : { mimeType }),
})

/** Keeps the bytes with the transcript, so that it can be read in another way. */
export async function readSource(
  { readTranscript }: Pick<TranscriptReadingPorts, 'readTranscript'>,
  { requestId, bytes, ...file }: FileToRead,
  { order = {}, signal }: { order?: ReadingOrder; signal: AbortSignal },
): Promise<SourceReading> {
  const { name, sharedAddress, mimeType } = file
  const { shift = 0, ...chosen } = order
  const hint = { ...hintOf(file), ...chosen }
  const reading = await readTranscript(bytes.slice(), hint, signal)
  const { transcript, format, encoding, candidates, speakersFrom, problems } = reading
  if (!transcript) {
    return { read: null, failures: problems.filter(({ severity }) => severity === 'error') }
  }
  const { labels = 'evidence' } = order
  const as = { format: format ?? '', encoding, candidates, labels, shift, speakersFrom }
  const source = { name, sharedAddress, mimeType, bytes, ...as }
  const read = shiftTimes(transcript, shift)
  // the listener has answered this one
  const left = shift === 0 ? problems : problems.filter(({ code }) => code !== 'times-late')
  return { read: { requestId, source, problems: left, read }, failures: [] }
}
