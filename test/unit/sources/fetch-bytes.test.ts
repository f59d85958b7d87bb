import { afterEach, describe, expect, test } from 'vitest'
import { fetchBytes } from '#sources/fetch-bytes.ts'
import { serveBytes } from './serve-bytes.ts'
import type { ServedBytes } from './serve-bytes.ts'

let served: ServedBytes | null = null
afterEach(async () => {
  await served?.close()
  served = null
})
const limits = { timeoutMs: 5000, mostBytes: 2 ** 20 }
const { signal } = new AbortController()

describe('fetched bytes', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251)

  test('give their beginning once, before the rest, and all of them at the end', async () => {
    served = await serveBytes(bytes)
    const taken: Uint8Array[] = []
    const beginning = { length: 1000, take: (first: Uint8Array) => void taken.push(first) }
    expect(await fetchBytes(served.address, { signal, limits, beginning })).toEqual(bytes)
    expect(taken).toEqual([bytes.slice(0, 1000)])
  })

  test('give no beginning where they are fewer', async () => {
    served = await serveBytes(bytes.slice(0, 500))
    const taken: Uint8Array[] = []
    const beginning = { length: 1000, take: (first: Uint8Array) => void taken.push(first) }
    await fetchBytes(served.address, { signal, limits, beginning })
    expect(taken).toEqual([])
  })
})
