import { concatenateBytes } from '#arrays/concatenate.ts'
import { FetchFailure, requestBytes } from './request-bytes.ts'

export interface FetchLimits {
  /** The request fails when the server sends nothing for this long. */
  readonly timeoutMs: number
  readonly mostBytes: number
}

/**
 * Fetches the bytes at an address within the limits. `onProgress` gets 0 to 1 if the server states the length.
 * Rejects with a `FetchFailure` whose message completes "It could not be fetched:", or with the signal's reason.
 */
export async function fetchBytes(
  address: string,
  {
    signal,
    limits,
    onProgress,
  }: { signal: AbortSignal; limits: FetchLimits; onProgress?: (progress: number) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await requestBytes(address, { signal, timeoutMs: limits.timeoutMs })
  const length = Number(answer.headers.get('content-length'))
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.parts()) {
    size += part.byteLength
    if (size > limits.mostBytes) {
      throw new FetchFailure(`it is larger than ${Math.round(limits.mostBytes / 2 ** 20)} MB`)
    }
    parts.push(part)
    if (length > 0) onProgress?.(Math.min(1, size / length))
  }
  return concatenateBytes(parts)
}
