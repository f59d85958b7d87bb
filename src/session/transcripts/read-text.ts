import type { ReadResult, ReadOptions } from '#formats/read-transcript.ts'
import type { Problem } from '#transcript/problem.ts'
import type { TextSource } from '../opening/opening-sources.ts'
import * as trouble from '../opening/opening-trouble.ts'

/** The world outside, as reading a transcript needs it. */
export interface ReadingTextPorts {
  /** Something of this name will want reading soon. */
  prepareReader(fileName: string): void
  /** The bytes are handed over. */
  readTranscript(
    bytes: Uint8Array<ArrayBuffer>,
    hint: ReadOptions,
    signal: AbortSignal,
  ): Promise<ReadResult>
}

/** What the reader of a page can say better than the file does; the rest is found out. */
export interface ReadingOrder {
  readonly format?: string
  /** Any label that `TextDecoder` knows. */
  readonly encoding?: string
}

/** A file that was read, or why it could not be. */
export interface ReadText {
  readonly source: Pick<TextSource, 'name' | 'mimeType'>
  /** As they came, to be read in another way; `null` where they did not. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly reading: ReadResult | null
  readonly failures: readonly Problem[]
}

/** Rejects only with the signal's reason. */
export async function readText(
  ports: ReadingTextPorts,
  source: TextSource,
  signal: AbortSignal,
): Promise<ReadText> {
  try {
    ports.prepareReader(source.name)
    const bytes = await source.bytes(signal)
    return await readBytes(ports, { source, bytes, order: {} }, signal)
  } catch (error) {
    signal.throwIfAborted()
    const failures = [trouble.notFetched(source.name, error)]
    return { source, bytes: null, reading: null, failures }
  }
}

export async function readBytes(
  { readTranscript }: ReadingTextPorts,
  {
    source,
    bytes,
    order,
  }: {
    source: ReadText['source']
    bytes: Uint8Array<ArrayBuffer>
    order: ReadingOrder
  },
  signal: AbortSignal,
): Promise<ReadText> {
  const { name, mimeType } = source
  const hint = { fileName: name, ...(mimeType === '' ? {} : { mimeType }), ...order }
  const reading = await readTranscript(bytes.slice(), hint, signal)
  const isError = ({ severity }: Problem) => severity === 'error'
  const failures = reading.transcript ? [] : reading.problems.filter(isError)
  return { source, bytes, reading, failures }
}
