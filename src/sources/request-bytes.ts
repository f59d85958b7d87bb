/** A request that failed; its message completes "It could not be fetched:". */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
}

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
  /** `same-origin` for the app's own files, which may require a login. */
  readonly credentials?: 'omit' | 'same-origin'
}

/**
 * Requests the bytes at an address, by default without cookies, always without a referrer. Rejects with a FetchFailure,
 * or with the signal's reason.
 */
export async function requestBytes(
  address: string,
  { signal, timeoutMs, range, credentials = 'omit' }: ByteRequest,
): Promise<ByteResponse> {
  const stall = createStallTimer(timeoutMs)
  function explained(error: unknown): Error {
    signal?.throwIfAborted()
    if (error instanceof FetchFailure) return error
    const why = stall.signal.aborted
      ? `the server sent nothing for ${timeoutMs / 1000} seconds`
      : 'the server cannot be reached, or does not let other pages read it (CORS)'
    return new FetchFailure(why, { cause: error })
  }

  let response: Response
  try {
    response = await fetch(address, {
      ...(range ? { headers: { range: formatRange(range) } } : {}),
      credentials,
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, stall.signal]) : stall.signal,
    })
    if (!response.ok) throw new FetchFailure(explainStatus(response.status))
  } catch (error) {
    stall.stop()
    throw explained(error)
  }
  return {
    status: response.status,
    headers: response.headers,
    async *parts() {
      try {
        for await (const part of readParts(response)) {
          stall.stop()
          yield part
          stall.restart()
        }
      } catch (error) {
        throw explained(error)
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

function explainStatus(status: number): string {
  if (status === 404) return 'the server says there is nothing at this address (404)'
  if (status === 401 || status === 403) return `the server does not give it to everyone (${status})`
  return `the server answered with error ${status}`
}

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
