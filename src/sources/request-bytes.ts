/** Why bytes did not come, with the words for it: they complete "It could not be fetched:". */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
}

/** What a server has begun to answer. */
export interface ByteResponse {
  readonly status: number
  readonly headers: Headers
  /** The bytes as they come, once. Throws a FetchFailure, or the signal's reason. */
  parts(): AsyncGenerator<Uint8Array>
  /** No more of it is wanted. Never rejects. */
  end(): Promise<void>
}

export interface ByteRequest {
  readonly signal?: AbortSignal | undefined
  /** A server that sends nothing for this long is given up; what is done with a part does not count. */
  readonly patienceMs: number
  /** Bytes from `from` up to `to`, or to the end (RFC 9110, 14); all, and no range is asked for, without it. */
  readonly range?: { readonly from: number; readonly to?: number }
  /** `same-origin` for the app's own files, which may lie behind a login. */
  readonly credentials?: 'omit' | 'same-origin'
}

/**
 * Asks for what lies at an address, without cookies unless told otherwise, and without saying where from. Rejects with a
 * FetchFailure, or with the signal's reason.
 */
export async function requestBytes(
  address: string,
  { signal, patienceMs, range, credentials = 'omit' }: ByteRequest,
): Promise<ByteResponse> {
  const silence = createSilenceTimer(patienceMs)
  function explained(error: unknown): Error {
    signal?.throwIfAborted()
    if (error instanceof FetchFailure) return error
    const why = silence.signal.aborted
      ? `the server sent nothing for ${patienceMs / 1000} seconds`
      : 'the server cannot be reached, or does not let other pages read it (CORS)'
    return new FetchFailure(why, { cause: error })
  }

  let response: Response
  try {
    response = await fetch(address, {
      ...(range ? { headers: { range: spellRange(range) } } : {}),
      credentials,
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    })
    if (!response.ok) throw new FetchFailure(explainStatus(response.status))
  } catch (error) {
    silence.stop()
    throw explained(error)
  }
  return {
    status: response.status,
    headers: response.headers,
    async *parts() {
      try {
        for await (const part of readParts(response)) {
          silence.stop()
          yield part
          silence.restart()
        }
      } catch (error) {
        throw explained(error)
      } finally {
        silence.stop()
      }
    },
    async end() {
      silence.stop()
      await response.body?.cancel().catch(() => undefined)
    },
  }
}

const spellRange = ({ from, to }: NonNullable<ByteRequest['range']>) =>
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

function createSilenceTimer(patienceMs: number) {
  const controller = new AbortController()
  const start = () => setTimeout(() => controller.abort(), patienceMs)
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
