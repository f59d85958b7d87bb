import { afterEach, describe, expect, test, vi } from 'vitest'
import { concatenateBytes } from '#arrays/concatenate.ts'
import { blobSource, openByteSource } from '#sources/byte-sources.ts'
import { downloadParts } from '#sources/download.ts'
import { serveBytes } from './serve-bytes.ts'
import type { OddRanges, ServedBytes, Serving } from './serve-bytes.ts'
import { eventually } from '../../support/eventually.ts'

const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 31) % 251)
let served: ServedBytes | null = null
afterEach(async () => {
  await served?.close()
  served = null
})
const serve = async (how?: Serving) => (served = await serveBytes(bytes, how))

describe('bytes that are read where they are wanted', () => {
  test('of a file are its bytes, cut to its size', async () => {
    const source = blobSource(new Blob([bytes]))
    expect(source.size).toBe(50_000)
    expect(await source.read(10, 20)).toEqual(bytes.slice(10, 20))
    expect(await source.read(49_990, 60_000)).toEqual(bytes.slice(49_990))
  })

  test('of a file that was removed reject with a reason', async () => {
    const gone = new Blob([bytes])
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as never
    await expect(blobSource(gone).read(0, 9)).rejects.toThrow(/changed or moved/)
  })

  test.each([1, 7, 4096, 300_000])('of a file are streamed in units of %i bytes', async (unit) => {
    const long = Uint8Array.from({ length: 700_001 }, (_, at) => (at * 31) % 251)
    const pieces: Uint8Array[] = []
    for await (const piece of blobSource(new Blob([long])).stream!({
      from: 3,
      to: 700_000,
      unit,
    })) {
      pieces.push(piece.slice())
    }
    const whole = Math.floor(699_997 / unit) * unit
    const streamed = concatenateBytes(pieces)
    expect(Buffer.compare(streamed.subarray(0, whole), long.subarray(3, 3 + whole))).toBe(0)
    expect(pieces.slice(0, -1).every(({ length }) => length % unit === 0)).toBe(true)
  })

  test('of a file are the same where the browser streams no bytes', async () => {
    const blob = new Blob([bytes])
    const slice = blob.slice.bind(blob)
    blob.slice = (from, to) => {
      const part = slice(from, to)
      part.stream = () => {
        throw new TypeError('no streams')
      }
      return part
    }
    const pieces: Uint8Array[] = []
    for await (const piece of blobSource(blob).stream!({ from: 10, to: 40_000, unit: 3 })) {
      pieces.push(piece)
    }
    expect(concatenateBytes(pieces)).toEqual(bytes.slice(10, 40_000))
  })

  test('of an address are requested by range', async () => {
    const server = await serve()
    const { address } = server
    const source = await openByteSource({ kind: 'address', address })
    expect(source.size).toBe(50_000)
    expect(await source.read(100, 200)).toEqual(bytes.slice(100, 200))
    expect(server.ranges.slice(1)).toEqual(['bytes=100-199'])
  })

  test('of a server without ranges reject with NoRanges', async () => {
    const { address } = await serve({ givesRanges: false })
    await expect(openByteSource({ kind: 'address', address })).rejects.toMatchObject({
      name: 'NoRanges',
    })
  })

  test.each<OddRanges>(['shifted', 'multipart', 'gzip'])(
    'of a server whose ranges are %s reject with NoRanges',
    async (oddRanges) => {
      const { address } = await serve({ oddRanges })
      await expect(openByteSource({ kind: 'address', address })).rejects.toMatchObject({
        name: 'NoRanges',
      })
    },
  )

  test('of a server that gives less than a range are requested until all are there', async () => {
    const server = await serve({ oddRanges: 'short' })
    const source = await openByteSource({ kind: 'address', address: server.address })
    expect(await source.read(100, 9000)).toEqual(bytes.slice(100, 9000))
    expect(server.ranges.slice(1)).toEqual(['bytes=100-8999', 'bytes=4100-8999', 'bytes=8100-8999'])
  })

  test('of a range that breaks off are resumed where it broke', async () => {
    const server = await serve({ breaks: 2, breaksAfter: 10_000 })
    const source = await openByteSource({ kind: 'address', address: server.address })
    expect(await source.read(0, 50_000)).toEqual(bytes)
    expect(Number(/bytes=(\d+)-49999/.exec(server.ranges.at(-1) ?? '')?.[1])).toBeGreaterThan(0)
  })

  test('of a file that was replaced meanwhile are not mixed with those of the old one', async () => {
    const { address } = await serve({ versions: ['"one"', '"two"'] })
    const source = await openByteSource({ kind: 'address', address })
    await expect(source.read(0, 9)).rejects.toThrow(/replaced on the server.*Open it again/)
  })

  test('are asked for again when the connection breaks', async () => {
    const { address } = await serve()
    const source = await openByteSource({ kind: 'address', address })
    await served?.close()
    const port = new URL(address).port
    const reading = source.read(5, 9)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { createServer } = await import('node:http')
    const back = createServer((_, response) => {
      response.statusCode = 206
      response.end(bytes.subarray(5, 9))
    }).listen(Number(port), '127.0.0.1')
    expect(await reading).toEqual(bytes.slice(5, 9))
    back.closeAllConnections()
    back.close()
  })
})

describe('a download', () => {
  const all = async (address: string) => {
    const parts: Uint8Array[] = []
    let total: number | null = null
    for await (const part of downloadParts(address, new AbortController().signal)) {
      parts.push(part.bytes)
      total = part.total
    }
    return { bytes: new Uint8Array(Buffer.concat(parts)), total }
  }

  test('is the whole, and says how much that is', async () => {
    const { address } = await serve()
    const downloaded = await all(address)
    expect(downloaded.bytes).toEqual(bytes)
    expect(downloaded.total).toBe(50_000)
  })

  test('goes on where the connection broke', async () => {
    const server = await serve({ breaks: 2, breaksAfter: 10_000, versions: ['"one"'] })
    vi.stubGlobal('location', { origin: new URL(server.address).origin })
    expect((await all(server.address)).bytes).toEqual(bytes)
    vi.unstubAllGlobals()
    expect(server.ranges[0]).toBeUndefined()
    expect(server.ranges[1]).toMatch(/^bytes=\d+-$/)
    expect(server.versions.slice(0, 2)).toEqual([undefined, '"one"'])
  })

  test('whose file is replaced after it broke off says so', async () => {
    const { address } = await serve({
      breaks: 1,
      breaksAfter: 10_000,
      versions: ['"one"', '"two"'],
    })
    await expect(all(address)).rejects.toThrow(/replaced on the server.*Open it again/)
  })

  test.each<OddRanges>(['shifted', 'multipart', 'gzip', 'short'])(
    'that broke off is whole where the ranges are %s',
    async (oddRanges) => {
      const { address } = await serve({ oddRanges, breaks: 1, breaksAfter: 10_000 })
      expect((await all(address)).bytes).toEqual(bytes)
    },
  )

  test('that always breaks off says how much came', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { address } = await serve({ givesRanges: false, breaks: 9, breaksAfter: 10_000 })
    const failed = all(address).catch((error: Error) => error.message)
    const timer = setInterval(() => void vi.advanceTimersByTimeAsync(5000), 20)
    const message = await failed
    clearInterval(timer)
    vi.useRealTimers()
    expect(message).toBe(
      'the server sent 0.01 of 0.05 MB, then the connection broke, also when asked again',
    )
  })

  test('begins again where the server cannot go on, and gives no byte twice', async () => {
    const { address } = await serve({ givesRanges: false, breaks: 1, breaksAfter: 10_000 })
    expect((await all(address)).bytes).toEqual(bytes)
  })

  test('that stalls is resumed where it stalled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const server = await serve({ breaks: 1, breaksAfter: 10_000, silently: true })
    const downloading = all(server.address)
    await eventually(() => expect(server.ranges).toHaveLength(1))
    await new Promise((resolve) => setImmediate(resolve))
    await eventually(async () => {
      await vi.advanceTimersByTimeAsync(31_000)
      expect(server.ranges.length).toBeGreaterThan(1)
    })
    await vi.advanceTimersByTimeAsync(10_000)
    vi.useRealTimers()
    expect((await downloading).bytes).toEqual(bytes)
  })

  test('that is aborted rejects with the reason', async () => {
    const { address } = await serve()
    const controller = new AbortController()
    controller.abort(new Error('given up'))
    await expect(downloadParts(address, controller.signal).next()).rejects.toThrow('given up')
  })
})
