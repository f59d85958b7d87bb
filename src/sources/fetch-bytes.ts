import { concatenateBytes } from '#arrays/concatenate.ts'
import { FetchFailure, requestBytes } from './request-bytes.ts'

export interface FetchLimits {
  /** The request fails when the server sends nothing for this long. */
  readonly timeoutMs: number
  readonly mostBytes: number
}

export interface FetchOptions {
  readonly signal: AbortSignal
  readonly limits: FetchLimits
  /** Gets the length that the server states, in bytes, before they arrive; of a compressed answer, that of what is sent. */
  readonly onSize?: (size: number) => void
  /** Gets the first bytes, once, when `length` of them have arrived; not of a shorter answer. */
  readonly beginning?: { readonly length: number; take(bytes: Uint8Array<ArrayBuffer>): void }
  /** Gets 0 to 1 if the server states the length. */
  readonly onProgress?: (progress: number) => void
}

/**
 * Fetches the bytes at an address within the limits. Rejects with a `FetchFailure` whose message completes "It could not be fetched:", or with the signal's reason.
 */
export async function fetchBytes(
  address: string,
  { signal, limits, onSize, beginning, onProgress }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await requestBytes(address, {
    signal,
    timeoutMs: limits.timeoutMs,
    credentials: 'same-origin',
  })
  const length = Number(answer.headers.get('content-length'))
  if (length > 0) onSize?.(length)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.parts()) {
    size += part.byteLength
    if (size > limits.mostBytes) {
      throw new FetchFailure(`it is larger than ${Math.round(limits.mostBytes / 2 ** 20)} MB`)
    }
    parts.push(part)
    if (beginning && size >= beginning.length && size - part.byteLength < beginning.length) {
      beginning.take(concatenateBytes(parts).slice(0, beginning.length))
    }
    if (length > 0) onProgress?.(Math.min(1, size / length))
  }
  return concatenateBytes(parts)
}
