import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createModelFiles } from '#sources/model-files.ts'
import type { SpeechModelCache } from '#sources/model-files.ts'

const base = 'https://radio.example/earshot/index.html?audio=x'
const content = new TextEncoder().encode('the means of 128 densities, many times over '.repeat(50))
const gzipped = new Uint8Array(gzipSync(content))
const file = { address: 'speech/en-us/means-0123456789.gz', bytes: gzipped.length }
const files = {
  'en-us/means': { ...file, unpackedBytes: content.length },
  'en-us/mdef': { address: 'speech/en-us/mdef-0123456789.gz', bytes: 7, unpackedBytes: 9 },
  'fr-fr/mdef': { address: 'speech/fr-fr/mdef-0123456789.gz', bytes: 100, unpackedBytes: 900 },
}

function cacheInMemory(): SpeechModelCache & { cached: Map<string, Uint8Array<ArrayBuffer>> } {
  const cached = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    cached,
    get: async (address) => cached.get(address) ?? null,
    put: async (address, bytes) => void cached.set(address, bytes),
    has: async (addresses) => addresses.every((address) => cached.has(address)),
  }
}
const brokenShelf: SpeechModelCache = {
  get: () => Promise.reject(new Error('no storage')),
  put: () => Promise.reject(new Error('quota')),
  has: () => Promise.reject(new Error('no storage')),
}

/** A fake server: its responses, and the addresses that were requested. */
function serve(answer: () => Response) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return Promise.resolve().then(answer)
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('files of a speech model', () => {
  test('come unpacked from beside the page, and are cached as they came', async () => {
    const asked = serve(() => new Response(gzipped))
    const cache = cacheInMemory()
    const models = createModelFiles({ base, cache, files })
    expect(await models.read('en-us/means')).toEqual(content)
    expect(asked).toEqual(['https://radio.example/earshot/speech/en-us/means-0123456789.gz'])
    expect(cache.cached.get(asked[0]!)).toEqual(gzipped)
  })

  test('come from the cache the second time, without the network', async () => {
    serve(() => new Response(gzipped))
    const cache = cacheInMemory()
    await createModelFiles({ base, cache, files }).read('en-us/means')
    const asked = serve(() => Response.error())
    expect(await createModelFiles({ base, cache, files }).read('en-us/means')).toEqual(content)
    expect(asked).toEqual([])
  })

  test('are taken as they are from a server that unpacks on the way', async () => {
    serve(() => new Response(content))
    const progress: number[] = []
    const onProgress = (bytes: number) => progress.push(bytes)
    const models = createModelFiles({ base, cache: cacheInMemory(), files, onProgress })
    expect(await models.read('en-us/means')).toEqual(content)
    expect(progress.at(-1)).toBe(gzipped.length)
  })

  test('are fetched again when the cached copy is damaged', async () => {
    const asked = serve(() => new Response(gzipped))
    const cache = cacheInMemory()
    const address = new URL(file.address, base).href
    cache.cached.set(address, gzipped.slice(0, 40))
    expect(await createModelFiles({ base, cache, files }).read('en-us/means')).toEqual(content)
    expect(asked).toHaveLength(1)
    expect(cache.cached.get(address)).toEqual(gzipped)
  })

  test('are read without a cache', async () => {
    serve(() => new Response(gzipped))
    const models = createModelFiles({ base, cache: brokenShelf, files })
    expect(await models.read('en-us/means')).toEqual(content)
    expect(await models.areStored('en-us')).toBe(false)
  })

  test('say their size before they come, and whether they are here', async () => {
    serve(() => new Response(gzipped))
    const cache = cacheInMemory()
    const models = createModelFiles({ base, cache, files })
    expect(models.sizeOf('en-us')).toBe(gzipped.length + 7)
    await models.read('en-us/means')
    expect(await models.areStored('en-us')).toBe(false)
    expect(await models.areStored('en-us/means')).toBe(true)
    expect(models.sizeOf('en-us/means')).toBe(gzipped.length)
    cache.cached.set(new URL(files['en-us/mdef'].address, base).href, new Uint8Array(7))
    expect(await models.areStored('en-us')).toBe(true)
  })

  test.each([
    ['cut off', () => new Response(gzipped.slice(0, 60)), /damaged or incomplete. Try again/],
    ['a page instead', () => new Response('<!doctype html>'), /damaged or incomplete/],
    [
      'missing',
      () => new Response('', { status: 404 }),
      /nothing at this address \(404\).*“speech”/,
    ],
    [
      'out of reach',
      () => {
        throw new TypeError('Failed to fetch')
      },
      /cannot be reached. Check the connection/,
    ],
  ])('that are %s are refused with what to do, and not cached', async (_, answer, message) => {
    serve(answer)
    const cache = cacheInMemory()
    const reading = createModelFiles({ base, cache, files }).read('en-us/means')
    await expect(reading).rejects.toThrow(message)
    expect(cache.cached.size).toBe(0)
  })
})
