import { requestBytes } from './request-bytes.ts'
import { delayRetry } from './delay-retry.ts'

/** Before each retry of a broken connection, milliseconds. */
const delaysMs = [500, 2000, 5000]
const timeoutMs = 30_000

export interface DownloadedPart {
  readonly bytes: Uint8Array
  /** Size of the whole, bytes; `null` where the server does not say. */
  readonly total: number | null
}

/**
 * Downloads an address in parts, from start to end. After a broken or stalled connection the download resumes at the
 * last byte if the server supports ranges (RFC 9110, 14); otherwise it starts again and skips the bytes that were
 * received before. Throws the signal's reason, or an Error whose message completes "It could not be fetched:".
 */
export async function* downloadParts(
  address: string,
  signal: AbortSignal,
): AsyncGenerator<DownloadedPart> {
  let received = 0
  let total: number | null = null
  for (let tries = 0; ;) {
    try {
      const range = received > 0 ? { range: { from: received } } : {}
      const answer = await requestBytes(address, { signal, timeoutMs, ...range })
      let toSkip = answer.status === 206 ? 0 : received
      const length = Number(answer.headers.get('content-length'))
      total ??= length > 0 ? length : null
      for await (const part of answer.parts()) {
        const skipped = Math.min(toSkip, part.length)
        toSkip -= skipped
        if (skipped === part.length) continue
        const bytes = part.subarray(skipped)
        received += bytes.length
        tries = 0
        yield { bytes, total }
      }
      if (total === null || received >= total) return
      throw new Error('the connection broke')
    } catch (error) {
      signal.throwIfAborted()
      const delayMs = delaysMs[tries++]
      if (delayMs === undefined) throw error
      await delayRetry(delayMs, signal)
    }
  }
}
