import { readParts } from './fetch-bytes.ts'

/** A connection that breaks is tried again so often, and so long after, milliseconds. */
const pausesMs = [500, 2000, 5000]
const patienceMs = 30_000

export interface DownloadedPart {
  readonly bytes: Uint8Array
  /** Bytes of the whole; `null` where the server does not say. */
  readonly total: number | null
}

/**
 * What lies at an address, from the start to the end, part by part. A connection that breaks is taken up
 * where it broke, when the server can (RFC 9110, 14), and from the start when it cannot: the bytes that came
 * before are then passed over. Throws the signal's reason, or an Error whose message completes "It could
 * not be read:".
 */
export async function* downloadParts(
  address: string,
  signal: AbortSignal,
): AsyncGenerator<DownloadedPart> {
  let received = 0
  let total: number | null = null
  for (let tries = 0; ;) {
    try {
      const response = await request(address, received, signal)
      let toPassOver = response.status === 206 ? 0 : received
      const length = Number(response.headers.get('content-length'))
      total ??= length > 0 ? length : null
      for await (const part of readParts(response)) {
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
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      signal.throwIfAborted()
    }
  }
}

async function request(address: string, from: number, signal: AbortSignal): Promise<Response> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), patienceMs)
  try {
    const response = await fetch(address, {
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (!response.ok) throw new Error(`the server answered with error ${response.status}`)
    return response
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && error.message.startsWith('the server')) throw error
    throw new Error('the server cannot be reached, or does not let other pages read it (CORS)', {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}
