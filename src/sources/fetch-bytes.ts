/** Why bytes did not come, with the words for it. */
class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
}

export interface FetchLimits {
  /** A server that sends nothing for this long is given up. */
  readonly patienceMs: number
  readonly mostBytes: number
}

/**
 * The bytes at an address, without cookies, as far as the limits allow; `onProgress` takes 0–1 when the
 * server says the length. Rejects with a `FetchFailure` whose message completes "It could not be fetched:",
 * or with the signal's reason.
 */
export async function fetchBytes(
  address: string,
  {
    signal,
    limits,
    onProgress,
  }: { signal: AbortSignal; limits: FetchLimits; onProgress?: (progress: number) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  const silence = createSilenceTimer(limits.patienceMs)
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (!response.ok) throw new FetchFailure(explainStatus(response.status))
    const length = Number(response.headers.get('content-length'))
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of readParts(response)) {
      silence.restart()
      size += part.byteLength
      if (size > limits.mostBytes) {
        throw new FetchFailure(`it is larger than ${Math.round(limits.mostBytes / 2 ** 20)} MB`)
      }
      parts.push(part)
      if (length > 0) onProgress?.(Math.min(1, size / length))
    }
    return joined(parts, size)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof FetchFailure) throw error
    if (silence.signal.aborted) {
      throw new FetchFailure(`the server sent nothing for ${limits.patienceMs / 1000} seconds`, {
        cause: error,
      })
    }
    throw new FetchFailure(
      'the server cannot be reached, or does not let other pages read it (CORS)',
      { cause: error },
    )
  } finally {
    silence.stop()
  }
}

function explainStatus(status: number): string {
  if (status === 404) return 'the server says there is nothing at this address (404)'
  if (status === 401 || status === 403) return `the server does not give it to everyone (${status})`
  return `the server answered with error ${status}`
}

export async function* readParts({ body }: Response): AsyncGenerator<Uint8Array> {
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

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
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
