import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowserStorage } from '#storage/browser-storage.ts'
import { bytesOfRecording, storedWhileAllowed } from '#storage/stored-recordings.ts'
import type { StoredRecording } from '#storage/stored-recordings.ts'
import { databaseName } from '#storage/recordings-database.ts'
import { createMemoryStore } from '../../support/memory-store.ts'

const recordingOf = (length: number, more: Partial<StoredRecording> = {}): StoredRecording => ({
  finest: new Uint8Array(length).fill(7),
  duration: length / 100,
  silences: [{ start: 1, end: 2.5 }],
  ...more,
})

const kilobyte = recordingOf(1_000)
/** Room for three of them. */
const mostBytes = bytesOfRecording(kilobyte) * 3.5

let clock = 0
const inBrowser = (limits: Parameters<typeof createBrowserStorage>[0] = {}) =>
  createBrowserStorage({ now: () => ++clock, estimate: () => Promise.resolve({}), ...limits })

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe.each([
  ['in the browser', inBrowser],
  ['in memory', createMemoryStore],
])('recordings that are stored %s', (_, createStore) => {
  test('come back as they were', async () => {
    const storage = createStore({ mostBytes })
    const recording = recordingOf(500, { silences: [{ start: 1, end: 2 }] })
    expect(await storage.write('a', recording)).toBe(true)
    expect(await storage.read('a')).toEqual(recording)
    expect(await storage.read('b')).toBeNull()
  })

  test('are counted', async () => {
    const storage = createStore({ mostBytes })
    expect(await storage.usage()).toEqual({ recordings: 0, bytes: 0 })
    await storage.write('a', kilobyte)
    await storage.write('b', kilobyte)
    await storage.write('b', kilobyte)
    expect(await storage.usage()).toEqual({ recordings: 2, bytes: bytesOfRecording(kilobyte) * 2 })
  })

  test('make room, the one that was used longest ago first', async () => {
    const storage = createStore({ mostBytes })
    for (const name of ['a', 'b', 'c']) await storage.write(name, kilobyte)
    await storage.read('a')
    await storage.write('d', kilobyte)
    expect(await storage.read('b')).toBeNull()
    for (const name of ['a', 'c', 'd']) expect(await storage.read(name)).not.toBeNull()
  })

  test('that are too large by themselves do not displace others', async () => {
    const storage = createStore({ mostBytes })
    await storage.write('a', kilobyte)
    expect(await storage.write('b', recordingOf(9_000))).toBe(false)
    expect(await storage.usage()).toMatchObject({ recordings: 1 })
  })

  test('are forgotten together', async () => {
    const storage = createStore({ mostBytes })
    await storage.write('a', kilobyte)
    expect(await storage.clear()).toBe(true)
    expect(await storage.read('a')).toBeNull()
    expect(await storage.usage()).toEqual({ recordings: 0, bytes: 0 })
  })
})

describe('storage in the browser', () => {
  test('is there for the next page', async () => {
    await inBrowser().write('a', kilobyte)
    expect(await inBrowser().read('a')).toEqual(kilobyte)
  })

  test('holds no more than is asked for: no name slips in', async () => {
    await inBrowser().write('a', { ...kilobyte, name: 'interview.mp3' } as StoredRecording)
    expect(await inBrowser().read('a')).toEqual(kilobyte)
  })

  test('takes no more than half of what the browser still gives', async () => {
    const left = bytesOfRecording(kilobyte) * 2
    const estimate = () => Promise.resolve({ quota: 10_000_000, usage: 10_000_000 - left })
    const storage = inBrowser({ estimate })
    expect(await storage.write('a', kilobyte)).toBe(true)
    expect(await storage.write('b', recordingOf(2_500))).toBe(false)
  })

  test('makes room when the disk is full all the same', async () => {
    const storage = inBrowser()
    for (const name of ['a', 'b', 'c', 'd']) await storage.write(name, kilobyte)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await storage.write('e', kilobyte)).toBe(true)
    expect(await storage.usage()).toMatchObject({ recordings: 3 })
    expect(await storage.read('e')).not.toBeNull()
  })

  test('is as it was when the disk stays full', async () => {
    const storage = inBrowser()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await storage.write('a', kilobyte)).toBe(false)
    expect(await storage.usage()).toEqual({ recordings: 0, bytes: 0 })
  })

  test.each([
    ['nothing', {}],
    ['peaks of another kind', { ...kilobyte, finest: [1, 2] }],
    ['a length that is none', { ...kilobyte, duration: Number.NaN }],
    ['a silence that ends before it begins', { ...kilobyte, silences: [{ start: 2, end: 1 }] }],
  ])('is forgotten when it makes no sense: %s', async (_, nonsense) => {
    const storage = inBrowser()
    await storage.write('a', kilobyte)
    const database = await openDB(databaseName)
    await database.put('recordings', nonsense, 'a')
    database.close()
    expect(await storage.read('a')).toBeNull()
    expect(await storage.usage()).toMatchObject({ recordings: 0 })
  })
})

describe('in a browser that stores nothing', () => {
  const nothing = [null, false, { recordings: 0, bytes: 0 }, false]
  const asked = async (storage = inBrowser()) => [
    await storage.read('a'),
    await storage.write('a', kilobyte),
    await storage.usage(),
    await storage.clear(),
  ]

  test('because it has no database, nothing is stored', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await asked()).toEqual(nothing)
  })

  test('because it forbids one, nothing is stored', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('no', 'SecurityError')
      },
    })
    expect(await asked()).toEqual(nothing)
  })

  test('because a newer page has been there, nothing is stored', async () => {
    const newer = await openDB(databaseName, 999)
    newer.close()
    expect(await asked()).toEqual(nothing)
  })

  test('because it never answers, nothing is stored, and no call waits for long', async () => {
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const began = performance.now()
    expect(await asked(inBrowser({ timeoutMs: 50 }))).toEqual(nothing)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

test('a newer page in another tab gets the database, and this one goes on without', async () => {
  const storage = inBrowser()
  await storage.write('a', kilobyte)
  const newer = await openDB(databaseName, 999)
  expect(newer.version).toBe(999)
  expect(await storage.read('a')).toBeNull()
  newer.close()
})

test('while the listener does not allow it nothing is stored or read, but what is stored is counted', async () => {
  let wants = true
  const storage = storedWhileAllowed(createMemoryStore(), () => wants)
  await storage.write('a', kilobyte)
  wants = false
  expect(await storage.write('b', kilobyte)).toBe(false)
  expect(await storage.read('a')).toBeNull()
  expect(await storage.usage()).toMatchObject({ recordings: 1 })
  await storage.clear()
  expect(await storage.usage()).toMatchObject({ recordings: 0 })
})
