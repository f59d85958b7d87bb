import { concatenateBytes } from '#arrays/concatenate.ts'
import { FetchFailure, requestBytes } from './request-bytes.ts'

export interface FetchLimits {
  /** A server that sends nothing for this long is given up. */
  readonly patienceMs: number
  readonly mostBytes: number
}

/**
 * The bytes at an address, as far as the limits allow; `onProgress` takes 0–1 when the server says the
 * length. Rejects with a `FetchFailure` whose message completes "It could not be fetched:", or with the
 * signal's reason.
 */
export async function fetchBytes(
  address: string,
  {
    signal,
    limits,
    onProgress,
  }: { signal: AbortSignal; limits: FetchLimits; onProgress?: (progress: number) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await requestBytes(address, { signal, patienceMs: limits.patienceMs })
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
