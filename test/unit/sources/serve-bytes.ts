import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedBytes {
  readonly address: string
  /** The Range headers of the requests. */
  readonly ranges: (string | undefined)[]
  close(): Promise<void>
}

/** A server of these bytes, with or without range requests; breaks off as many connections as it is given. */
export async function serveBytes(
  bytes: Uint8Array,
  { givesRanges = true, breaks = 0, breaksAfter = 0, silently = false } = {},
): Promise<ServedBytes> {
  const ranges: (string | undefined)[] = []
  let broken = 0
  const server = createServer((request, response) => {
    const { range } = request.headers
    ranges.push(range)
    const asked = givesRanges ? /^bytes=(\d+)-(\d*)$/.exec(range ?? '') : null
    const from = Number(asked?.[1] ?? 0)
    const to = Math.min(bytes.length, asked?.[2] ? Number(asked[2]) + 1 : bytes.length)
    response.statusCode = asked ? 206 : 200
    response.setHeader('content-length', to - from)
    if (asked) response.setHeader('content-range', `bytes ${from}-${to - 1}/${bytes.length}`)
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
    ranges,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
