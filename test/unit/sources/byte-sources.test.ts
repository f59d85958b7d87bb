import { afterEach, describe, expect, test, vi } from 'vitest'
import { concatenateBytes } from '#arrays/concatenate.ts'
import { blobSource, openByteSource } from '#sources/byte-sources.ts'
import { downloadParts } from '#sources/download.ts'
import { serveBytes } from './serve-bytes.ts'
import type { ServedBytes } from './serve-bytes.ts'
import { eventually } from '../../support/eventually.ts'

const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 31) % 251)
let served: ServedBytes | null = null
afterEach(async () => {
  await served?.close()
  served = null
})
const serve = async (
  ...options: Parameters<typeof serveBytes> extends [unknown, ...infer R] ? R : never
) => (served = await serveBytes(bytes, ...options))

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
    const { address, ranges } = await serve()
    const source = await openByteSource({ kind: 'address', address })
    expect(source.size).toBe(50_000)
    expect(await source.read(100, 200)).toEqual(bytes.slice(100, 200))
    expect(ranges.slice(1)).toEqual(['bytes=100-199'])
  })

  test('of a server without ranges reject with NoRanges', async () => {
    const { address } = await serve({ givesRanges: false })
    await expect(openByteSource({ kind: 'address', address })).rejects.toMatchObject({
      name: 'NoRanges',
    })
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
    const { address, ranges } = await serve({ breaks: 2, breaksAfter: 10_000 })
    expect((await all(address)).bytes).toEqual(bytes)
    expect(ranges[0]).toBeUndefined()
    expect(ranges[1]).toMatch(/^bytes=\d+-$/)
  })

  test('begins again where the server cannot go on, and gives no byte twice', async () => {
    const { address } = await serve({ givesRanges: false, breaks: 1, breaksAfter: 10_000 })
    expect((await all(address)).bytes).toEqual(bytes)
  })

  test('that stalls is resumed where it stalled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { address, ranges } = await serve({ breaks: 1, breaksAfter: 10_000, silently: true })
    const downloading = all(address)
    await eventually(() => expect(ranges).toHaveLength(1))
    await new Promise((resolve) => setImmediate(resolve))
    await eventually(async () => {
      await vi.advanceTimersByTimeAsync(31_000)
      expect(ranges.length).toBeGreaterThan(1)
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
