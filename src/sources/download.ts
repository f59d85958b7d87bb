import { requestBytes } from './request-bytes.ts'
import { delayRetry } from './delay-retry.ts'

/** A connection that breaks is tried again so often, and so long after, milliseconds. */
const pausesMs = [500, 2000, 5000]
const patienceMs = 30_000

export interface DownloadedPart {
  readonly bytes: Uint8Array
  /** Bytes of the whole; `null` where the server does not say. */
  readonly total: number | null
}

/**
 * What lies at an address, from the start to the end, part by part. A connection that breaks, or falls silent,
 * is taken up where it broke, when the server can (RFC 9110, 14), and from the start when it cannot: the
 * bytes that came before are then passed over. Throws the signal's reason, or an Error whose message
 * completes "It could not be fetched:".
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
      const answer = await requestBytes(address, { signal, patienceMs, ...range })
      let toPassOver = answer.status === 206 ? 0 : received
      const length = Number(answer.headers.get('content-length'))
      total ??= length > 0 ? length : null
      for await (const part of answer.parts()) {
        const passed = Math.min(toPassOver, part.length)
        toPassOver -= passed
        if (passed === part.length) continue
        const bytes = part.subarray(passed)
        received += bytes.length
        tries = 0
        yield { bytes, total }
      }
      if (total === null || received >= total) return
      throw new Error('the connection broke')
    } catch (error) {
      signal.throwIfAborted()
      const pauseMs = pausesMs[tries++]
      if (pauseMs === undefined) throw error
      await delayRetry(pauseMs, signal)
    }
  }
}
