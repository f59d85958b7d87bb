import { concatenateBytes } from '#arrays/concatenate.ts'
import { downloadParts } from './download.ts'
import { FetchFailure } from './request-bytes.ts'
import type { ByteRequest } from './request-bytes.ts'

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
  readonly onWait?: ByteRequest['onWait']
}

/**
 * Fetches the bytes at an address within the limits; what breaks off is resumed. Rejects with a `FetchFailure` whose message completes "It could not be fetched:", or with the signal's reason.
 */
export async function fetchBytes(
  address: string,
  { signal, limits, onSize, beginning, onProgress, onWait }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { timeoutMs, mostBytes } = limits
  const parts: Uint8Array[] = []
  let size = 0
  const download = downloadParts(address, signal, { timeoutMs, credentials: 'same-origin', onWait })
  for await (const { bytes, total } of download) {
    if (size === 0 && total !== null) onSize?.(total)
    size += bytes.byteLength
    if (size > mostBytes) {
      throw new FetchFailure(`it is larger than ${Math.round(mostBytes / 2 ** 20)} MB`)
    }
    parts.push(bytes)
    if (beginning && size >= beginning.length && size - bytes.byteLength < beginning.length) {
      beginning.take(concatenateBytes(parts).slice(0, beginning.length))
    }
    if (total !== null) onProgress?.(Math.min(1, size / total))
  }
  return concatenateBytes(parts)
}
