import { delayRetry } from './delay-retry.ts'

/** A request that failed; its message completes "It could not be fetched:". */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
  /** Of the answer; 0 where none came, or where its bytes broke off. After an answer, the same request fails again. */
  readonly status: number

  constructor(
    message: string,
    { status = 0, ...options }: ErrorOptions & { status?: number } = {},
  ) {
    super(message, options)
    this.status = status
  }
}

/** The server sends so little that it would never end. Another connection may be faster. */
export class TooSlow extends FetchFailure {}

const dripping = 'the server sent hardly anything for a minute'
const paceMs = 60_000
/** In `paceMs`: hours for what a slow telephone line brings in a minute. */
const leastBytes = 2048

/** A response whose headers have arrived. */
export interface ByteResponse {
  readonly status: number
  readonly headers: Headers
  /** The bytes as they arrive; can be read once. Throws a FetchFailure, or the signal's reason. */
  parts(): AsyncGenerator<Uint8Array>
  /** Cancels the rest. Never rejects. */
  end(): Promise<void>
}

export interface ByteRequest {
  readonly signal?: AbortSignal | undefined
  /** The request fails when the server sends nothing for this long; the caller's work on a part does not count. */
  readonly timeoutMs: number
  /** From `from` up to `to`, or to the end (RFC 9110, 14); without it no range is requested. */
  readonly range?: { readonly from: number; readonly to?: number }
  /** With a range: an ETag or Last-Modified; if the file has another one by now, the answer is the whole (RFC 9110, 13.1.5). */
  readonly ifRange?: string | null
  /** Gets the milliseconds until the next try, each time that a busy server asks to wait. */
  readonly onWait?: ((delayMs: number) => void) | undefined
  /** `same-origin` for the app's own files, which may require a login. */
  readonly credentials?: 'omit' | 'same-origin'
}

/**
 * Requests the bytes at an address, by default without cookies, always without a referrer. Waits and tries again, for two
 * minutes at most, while the server is busy. Rejects with a FetchFailure, or with the signal's reason.
 */
export async function requestBytes(address: string, request: ByteRequest): Promise<ByteResponse> {
  let waitedMs = 0
  for (let tries = 1; ; tries++) {
    const response = await requestOnce(address, request)
    if ('parts' in response) return response
    const { status } = response
    const { explainRefusal, waitBeforeNextTry } = await import('./refused-request.ts')
    const delayMs = waitBeforeNextTry(response, { tries, waitedMs })
    if (delayMs === null) throw new FetchFailure(explainRefusal(response), { status })
    request.onWait?.(delayMs)
    await delayRetry(delayMs, request.signal)
    waitedMs += delayMs
  }
}

/** The answer as it is where it is an error. */
async function requestOnce(
  address: string,
  { signal, timeoutMs, range, ifRange, credentials = 'omit' }: ByteRequest,
): Promise<ByteResponse | Response> {
  const stall = createStallTimer(timeoutMs)
  function explained(error: unknown, why: string): Error {
    signal?.throwIfAborted()
    const stalled = `the server sent nothing for ${timeoutMs / 1000} seconds`
    return new FetchFailure(stall.signal.aborted ? stalled : why, { cause: error })
  }
  const headers = {
    ...(range ? { range: formatRange(range) } : {}),
    ...(range && ifRange ? { 'if-range': ifRange } : {}),
  }

  let response: Response
  try {
    response = await fetch(address, {
      headers,
      credentials,
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, stall.signal]) : stall.signal,
    })
  } catch (error) {
    stall.stop()
    throw explained(
      error,
      'the server cannot be reached, or does not let other pages read it (CORS)',
    )
  }
  if (!response.ok) {
    stall.stop()
    await response.body?.cancel().catch(() => undefined)
    return response
  }
  return {
    status: response.status,
    headers: response.headers,
    async *parts() {
      try {
        const pace = createPace()
        for await (const part of readParts(response)) {
          stall.stop()
          if (pace.isTooSlow(part.length)) throw new TooSlow(dripping)
          yield part
          pace.wait()
          stall.restart()
        }
      } catch (error) {
        if (error instanceof TooSlow) throw error
        throw explained(error, 'the connection broke')
      } finally {
        stall.stop()
      }
    },
    async end() {
      stall.stop()
      await response.body?.cancel().catch(() => undefined)
    },
  }
}

const formatRange = ({ from, to }: NonNullable<ByteRequest['range']>) =>
  `bytes=${from}-${to === undefined ? '' : to - 1}`

async function* readParts({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Measures what comes while it is waited for. */
function createPace() {
  let since = performance.now()
  let [waitedMs, bytes] = [0, 0]
  return {
    wait() {
      since = performance.now()
    },
    isTooSlow(length: number): boolean {
      waitedMs += performance.now() - since
      bytes += length
      if (waitedMs < paceMs) return false
      const isSlow = bytes < leastBytes
      waitedMs = bytes = 0
      return isSlow
    },
  }
}

function createStallTimer(timeoutMs: number) {
  const controller = new AbortController()
  const start = () => setTimeout(() => controller.abort(), timeoutMs)
  let timer = start()
  return {
    signal: controller.signal,
    restart() {
      clearTimeout(timer)
      timer = start()
    },
    stop: () => clearTimeout(timer),
  }
}
