import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export interface ServedBytes {
  readonly address: string
  /** The Range headers of the requests. */
  readonly ranges: (string | undefined)[]
  /** The If-Range headers of the requests. */
  readonly versions: (string | undefined)[]
  close(): Promise<void>
}

interface Refusal {
  readonly status: number
  readonly retryAfter?: string
}

/** How a server answers a request for a range, apart from "as it was requested". */
export type OddRanges = 'shifted' | 'multipart' | 'gzip' | 'short'

export interface Serving {
  readonly givesRanges?: boolean
  readonly oddRanges?: OddRanges | null
  /** As many connections break off, after so many bytes; `silently`: they stay open. */
  readonly breaks?: number
  readonly breaksAfter?: number
  readonly silently?: boolean
  /** Answers to the first requests. */
  readonly refusals?: readonly Refusal[]
  /** ETags of one request after the other; the last one stays. */
  readonly versions?: readonly string[]
}

interface Part {
  readonly from: number
  readonly to: number
  readonly bytes: Uint8Array
}

/** A server of these bytes, with or without range requests, and with the faults that it is given. */
export async function serveBytes(
  bytes: Uint8Array,
  {
    givesRanges = true,
    oddRanges = null,
    breaks = 0,
    breaksAfter = 0,
    silently = false,
    refusals = [],
    versions = [],
  }: Serving = {},
): Promise<ServedBytes> {
  const asked: IncomingMessage[] = []
  let broken = 0
  const server = createServer((request, response) => {
    const refusal = refusals[asked.length]
    const version = versions[Math.min(asked.length, versions.length - 1)]
    asked.push(request)
    if (version !== undefined) response.setHeader('etag', version)
    if (refusal) {
      if (refusal.retryAfter !== undefined) response.setHeader('retry-after', refusal.retryAfter)
      response.statusCode = refusal.status
      return void response.end('<p>Not now.</p>')
    }
    const { range, 'if-range': wanted } = request.headers
    const isOther = wanted !== undefined && wanted !== version
    const found = givesRanges && !isOther ? /^bytes=(\d+)-(\d*)$/.exec(range ?? '') : null
    const from = Number(found?.[1] ?? 0)
    const to = Math.min(bytes.length, found?.[2] ? Number(found[2]) + 1 : bytes.length)
    if (found && from >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` })
      return void response.end()
    }
    if (found && oddRanges) return answerOddly(response, { from, to, bytes }, oddRanges)
    response.statusCode = found ? 206 : 200
    response.setHeader('content-length', to - from)
    if (found) response.setHeader('content-range', `bytes ${from}-${to - 1}/${bytes.length}`)
    if (broken < breaks) {
      broken++
      response.write(bytes.subarray(from, from + breaksAfter), () => {
        if (!silently) response.destroy()
      })
    } else response.end(bytes.subarray(from, to))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sound`,
    get ranges() {
      return asked.map(({ headers }) => headers.range)
    },
    get versions() {
      return asked.map(({ headers }) => headers['if-range'] as string | undefined)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function answerOddly(response: ServerResponse, { from, to, bytes }: Part, odd: OddRanges) {
  response.statusCode = 206
  const rangeOf = (first: number, last: number) => `bytes ${first}-${last - 1}/${bytes.length}`
  const part = bytes.subarray(from, to)
  if (odd === 'shifted') {
    response.setHeader('content-range', rangeOf(from + 1, to))
    response.end(bytes.subarray(from + 1, to))
  } else if (odd === 'multipart') {
    response.setHeader('content-type', 'multipart/byteranges; boundary=x')
    const head = `--x\r\nContent-Type: audio/mpeg\r\nContent-Range: ${rangeOf(from, to)}\r\n\r\n`
    response.end(Buffer.concat([Buffer.from(head), part, Buffer.from('\r\n--x--\r\n')]))
  } else if (odd === 'gzip') {
    const packed = gzipSync(bytes)
    response.setHeader('content-encoding', 'gzip')
    response.setHeader('content-range', `bytes ${from}-${to - 1}/${packed.length}`)
    response.end(packed.subarray(from, to))
  } else {
    const shorter = Math.min(to, from + 4000)
    response.setHeader('content-range', rangeOf(from, shorter))
    response.end(bytes.subarray(from, shorter))
  }
}
