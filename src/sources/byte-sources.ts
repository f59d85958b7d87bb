import type { ByteSource } from '#audio/byte-source.ts'
import { streamBlob } from './stream-blob.ts'
import { changedMeanwhile, isRangeFrom, sizeOfWhole, versionOf } from './range-answer.ts'
import { FetchFailure, requestBytes, TooSlow } from './request-bytes.ts'
import type { ByteRequest } from './request-bytes.ts'
import { delayRetry } from './delay-retry.ts'

/** The location of a recording; can be sent to a worker without copying its bytes. */
export type RecordingSource =
  | { readonly kind: 'file'; readonly blob: Blob }
  | { readonly kind: 'address'; readonly address: string }

/** An address cannot be read in parts. Recognised by its name, because errors lose their class between threads. */
class NoRanges extends Error {
  override readonly name = 'NoRanges'
}

/** Before each retry, milliseconds. */
const delaysMs = [300, 1000, 3000]
const timeoutMs = 20_000

export function openByteSource(
  source: RecordingSource,
  waiting: Pick<ByteRequest, 'onWait' | 'signal'> = {},
): Promise<ByteSource> {
  return source.kind === 'file'
    ? Promise.resolve(blobSource(source.blob))
    : rangesOf(source.address, waiting)
}

export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  async read(from, to, signal) {
    signal?.throwIfAborted()
    try {
      return new Uint8Array(await blob.slice(from, to).arrayBuffer())
    } catch (cause) {
      throw unreadable(cause)
    }
  },
  async *stream({ from, to, unit }) {
    try {
      yield* streamBlob(blob.slice(from, to), unit)
    } catch (cause) {
      throw unreadable(cause)
    }
  },
})

/** The message of an error, also of one that comes from a worker. */
export const changedFile = 'the file has been changed or moved since it was opened'

const unreadable = (cause: unknown) => new Error(changedFile, { cause })

/**
 * The bytes at an address, by range requests (RFC 9110, 14). Rejects with NoRanges when the server answers
 * with the whole or with something else than was requested, or with an Error whose message completes "It could not be read:".
 */
async function rangesOf(
  address: string,
  waiting: Pick<ByteRequest, 'onWait' | 'signal'>,
): Promise<ByteSource> {
  // The range has no end, so Content-Length is the size: servers seldom expose Content-Range to other origins.
  const answer = await requestBytes(address, { ...waiting, timeoutMs, range: { from: 0 } })
  await answer.end()
  const size = sizeOfWhole(answer) ?? Number(answer.headers.get('content-length'))
  if (!isRangeFrom(answer, 0) || !(size > 0)) {
    throw new NoRanges('the server does not give parts of it')
  }
  const whole = { address, size, version: versionOf(answer) }
  return {
    size,
    async read(from, to, signal) {
      const end = Math.min(size, to)
      return end <= from ? new Uint8Array() : readRange(whole, { from, to: end, signal })
    },
  }
}

interface Whole {
  readonly address: string
  readonly size: number
  readonly version: string | null
}

/** Resumes a range that breaks off. A server may give less than was requested: then the rest is requested as well. */
async function readRange(
  whole: Whole,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(to - from)
  let at = from
  let hasAnswered = false
  let slowTries = 0
  for (let tries = 0; ;) {
    const before = at
    try {
      const parts = await partsOfRange(whole, { from: at, to, signal })
      hasAnswered = true
      for await (const part of parts) {
        bytes.set(part.subarray(0, to - at), at - from)
        at = Math.min(to, at + part.length)
      }
      if (at === to) return bytes
      if (at === before) throw new FetchFailure('the connection broke')
    } catch (error) {
      signal?.throwIfAborted()
      if (at > before) tries = 0
      const delayMs = delaysMs[error instanceof TooSlow ? slowTries++ : tries++]
      const isLasting = !(error instanceof FetchFailure) || error.status !== 0
      // Compressed as part of a compressed whole, for example.
      if (delayMs === undefined && hasAnswered && !(error instanceof TooSlow))
        throw new NoRanges(unreadableParts)
      if (isLasting || delayMs === undefined) throw error
      await delayRetry(delayMs, signal)
    }
  }
}

const unreadableParts = 'the server gives parts of it that cannot be read'

async function partsOfRange(
  { address, size, version }: Whole,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal | undefined },
): Promise<AsyncGenerator<Uint8Array>> {
  const answer = await requestBytes(address, { signal, timeoutMs, range: { from, to } })
  const [sizeNow, versionNow] = [sizeOfWhole(answer) ?? size, versionOf(answer) ?? version]
  const isOther = sizeNow !== size || (version !== null && versionNow !== version)
  if (!isOther && isRangeFrom(answer, from)) return answer.parts()
  await answer.end()
  const { status } = answer
  if (isOther) throw new FetchFailure(changedMeanwhile, { status })
  throw new NoRanges('the server gives other parts of it than were requested')
}
