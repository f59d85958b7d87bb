import { concatenateBytes } from '#arrays/concatenate.ts'
import type { ByteSource } from '#audio/byte-source.ts'
import { streamBlob } from './stream-blob.ts'
import { requestBytes } from './request-bytes.ts'
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

export function openByteSource(place: RecordingSource): Promise<ByteSource> {
  return place.kind === 'file' ? Promise.resolve(blobSource(place.blob)) : rangesOf(place.address)
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

const unreadable = (cause: unknown) =>
  new Error('the file has been changed or moved since it was opened', { cause })

/**
 * The bytes at an address, by range requests (RFC 9110, 14). Rejects with NoRanges when the server answers
 * with the whole, or with an Error whose message completes "It could not be read:".
 */
async function rangesOf(address: string): Promise<ByteSource> {
  // The range has no end, so Content-Length is the size: servers seldom expose Content-Range to other origins.
  const answer = await requestBytes(address, { timeoutMs, range: { from: 0 } })
  await answer.end()
  const stated = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]
  const size = Number(stated ?? answer.headers.get('content-length'))
  if (answer.status !== 206 || !(size > 0)) {
    throw new NoRanges('the server does not give parts of it')
  }
  return {
    size,
    async read(from, to, signal) {
      const end = Math.min(size, to)
      if (end <= from) return new Uint8Array()
      return withRetries(() => readRange(address, { from, to: end, signal }), signal)
    },
  }
}

async function readRange(
  address: string,
  { from, to, signal }: { from: number; to: number; signal: AbortSignal | undefined },
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await requestBytes(address, { signal, timeoutMs, range: { from, to } })
  if (answer.status !== 206) {
    await answer.end()
    throw new Error('the server no longer gives parts of it')
  }
  const parts: Uint8Array[] = []
  for await (const part of answer.parts()) parts.push(part)
  const bytes = concatenateBytes(parts)
  if (bytes.length !== to - from) throw new Error('the connection broke')
  return bytes
}

async function withRetries<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (const delayMs of delaysMs) {
    try {
      return await attempt()
    } catch {
      await delayRetry(delayMs, signal)
    }
  }
  return attempt()
}
