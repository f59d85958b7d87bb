import { FetchFailure, requestBytes, TooSlow } from './request-bytes.ts'
import type { ByteRequest } from './request-bytes.ts'
import { changedMeanwhile, isRangeFrom, versionOf, versionToResume } from './range-answer.ts'
import { delayRetry } from './delay-retry.ts'

/** Before each retry of a broken connection, milliseconds. */
const delaysMs = [500, 2000, 5000]
/** A compressed answer may be longer than what it holds, where that is shorter than this. Bytes. */
const compressedGrowth = 1024

export interface DownloadedPart {
  readonly bytes: Uint8Array
  /** Size of the whole, bytes; `null` where the server does not say; of a compressed answer, that of what is sent. */
  readonly total: number | null
}

export type DownloadOptions = Pick<ByteRequest, 'onWait' | 'credentials'> & {
  readonly timeoutMs?: number
}

/**
 * Downloads an address in parts, from start to end. After a broken or stalled connection the download resumes at the
 * last byte if the server supports ranges (RFC 9110, 14); otherwise it starts again and skips the bytes that were
 * received before. Throws the signal's reason, or a FetchFailure whose message completes "It could not be fetched:".
 */
export async function* downloadParts(
  address: string,
  signal: AbortSignal,
  { timeoutMs = 30_000, ...options }: DownloadOptions = {},
): AsyncGenerator<DownloadedPart> {
  let received = 0
  let total: number | null = null
  let version: string | null = null
  let hasAnswered = false
  let givesRanges = true
  let slowTries = 0
  for (let tries = 0; ;) {
    try {
      const isResumed = received > 0 && givesRanges
      const answer = await requestBytes(address, {
        signal,
        timeoutMs,
        ...options,
        ...(isResumed
          ? { range: { from: received }, ifRange: versionToResume(version, address) }
          : {}),
      })
      const found = versionOf(answer)
      if (version !== null && found !== null && found !== version) {
        await answer.end()
        throw new FetchFailure(changedMeanwhile, { status: answer.status })
      }
      if (isResumed && answer.status === 206 && !isRangeFrom(answer, received)) {
        givesRanges = false
        await answer.end()
        continue
      }
      let toSkip = isResumed && answer.status === 206 ? 0 : received
      if (!hasAnswered) {
        hasAnswered = true
        version = found
        total = Number(answer.headers.get('content-length')) || null
      }
      for await (const part of answer.parts()) {
        const skipped = Math.min(toSkip, part.length)
        toSkip -= skipped
        if (skipped === part.length) continue
        const bytes = part.subarray(skipped)
        received += bytes.length
        tries = 0
        yield { bytes, total }
      }
      const isCompressed = (answer.headers.get('content-encoding') ?? 'identity') !== 'identity'
      if (total === null || received >= total || isCompressed) return
      // A server may give less than was requested.
      if (answer.status === 206 && tries === 0) continue
      throw new FetchFailure('the connection broke')
    } catch (error) {
      signal.throwIfAborted()
      // The server has nothing more, and what it has sent may have been compressed.
      if (statusOf(error) === 416 && total !== null && total < compressedGrowth) return
      const delayMs = delaysMs[error instanceof TooSlow ? slowTries++ : tries++]
      const isLasting = !hasAnswered || (statusOf(error) !== 0 && statusOf(error) !== 416)
      if (isLasting || delayMs === undefined) throw brokenOff(error, received, total)
      givesRanges &&= statusOf(error) !== 416
      await delayRetry(delayMs, signal)
    }
  }
}

const statusOf = (error: unknown) => (error instanceof FetchFailure ? error.status : 0)

/** After some bytes, how many came is said as well. */
function brokenOff(error: unknown, received: number, total: number | null): unknown {
  if (received === 0 || !(error instanceof FetchFailure) || error.status !== 0) return error
  const whole = total === null ? '' : ` of ${megabytes(total)}`
  const message = `the server sent ${megabytes(received)}${whole} MB, then ${error.message}, also when asked again`
  return new FetchFailure(message, { cause: error })
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 1)
