import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBrowserStorage } from '#storage/browser-storage.ts'
import { bytesOfRecording, storedWhileAllowed } from '#storage/stored-recordings.ts'
import type { StoredRecording } from '#storage/stored-recordings.ts'
import { databaseName } from '#storage/recordings-database.ts'
import { keepInMemory } from '../../support/kept-in-memory.ts'

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
  ['in memory', keepInMemory],
])('recordings that are kept %s', (_, createKept) => {
  test('come back as they were', async () => {
    const kept = createKept({ mostBytes })
    const recording = recordingOf(500, { silences: [{ start: 1, end: 2 }] })
    expect(await kept.write('a', recording)).toBe(true)
    expect(await kept.read('a')).toEqual(recording)
    expect(await kept.read('b')).toBeNull()
  })

  test('are counted', async () => {
    const kept = createKept({ mostBytes })
    expect(await kept.usage()).toEqual({ recordings: 0, bytes: 0 })
    await kept.write('a', kilobyte)
    await kept.write('b', kilobyte)
    await kept.write('b', kilobyte)
    expect(await kept.usage()).toEqual({ recordings: 2, bytes: bytesOfRecording(kilobyte) * 2 })
  })

  test('make room, the one that was used longest ago first', async () => {
    const kept = createKept({ mostBytes })
    for (const name of ['a', 'b', 'c']) await kept.write(name, kilobyte)
    await kept.read('a')
    await kept.write('d', kilobyte)
    expect(await kept.read('b')).toBeNull()
    for (const name of ['a', 'c', 'd']) expect(await kept.read(name)).not.toBeNull()
  })

  test('that alone are too large leave the others where they are', async () => {
    const kept = createKept({ mostBytes })
    await kept.write('a', kilobyte)
    expect(await kept.write('b', recordingOf(9_000))).toBe(false)
    expect(await kept.usage()).toMatchObject({ recordings: 1 })
  })

  test('are forgotten together', async () => {
    const kept = createKept({ mostBytes })
    await kept.write('a', kilobyte)
    expect(await kept.clear()).toBe(true)
    expect(await kept.read('a')).toBeNull()
    expect(await kept.usage()).toEqual({ recordings: 0, bytes: 0 })
  })
})

describe('what is kept in the browser', () => {
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
    const kept = inBrowser({ estimate })
    expect(await kept.write('a', kilobyte)).toBe(true)
    expect(await kept.write('b', recordingOf(2_500))).toBe(false)
  })

  test('makes room when the disk is full all the same', async () => {
    const kept = inBrowser()
    for (const name of ['a', 'b', 'c', 'd']) await kept.write(name, kilobyte)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await kept.write('e', kilobyte)).toBe(true)
    expect(await kept.usage()).toMatchObject({ recordings: 3 })
    expect(await kept.read('e')).not.toBeNull()
  })

  test('is as it was when the disk stays full', async () => {
    const kept = inBrowser()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await kept.write('a', kilobyte)).toBe(false)
    expect(await kept.usage()).toEqual({ recordings: 0, bytes: 0 })
  })

  test.each([
    ['nothing', {}],
    ['peaks of another kind', { ...kilobyte, finest: [1, 2] }],
    ['a length that is none', { ...kilobyte, duration: Number.NaN }],
    ['a silence that ends before it begins', { ...kilobyte, silences: [{ start: 2, end: 1 }] }],
  ])('is forgotten when it makes no sense: %s', async (_, nonsense) => {
    const kept = inBrowser()
    await kept.write('a', kilobyte)
    const database = await openDB(databaseName)
    await database.put('recordings', nonsense, 'a')
    database.close()
    expect(await kept.read('a')).toBeNull()
    expect(await kept.usage()).toMatchObject({ recordings: 0 })
  })
})

describe('where the browser keeps nothing', () => {
  const nothing = [null, false, { recordings: 0, bytes: 0 }, false]
  const asked = async (kept = inBrowser()) => [
    await kept.read('a'),
    await kept.write('a', kilobyte),
    await kept.usage(),
    await kept.clear(),
  ]

  test('because it has no database, nothing is kept', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect(await asked()).toEqual(nothing)
  })

  test('because it forbids one, nothing is kept', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('no', 'SecurityError')
      },
    })
    expect(await asked()).toEqual(nothing)
  })

  test('because a newer page has been there, nothing is kept', async () => {
    const newer = await openDB(databaseName, 999)
    newer.close()
    expect(await asked()).toEqual(nothing)
  })

  test('because it never answers, nothing is kept, and nobody waits for long', async () => {
    vi.stubGlobal('indexedDB', { open: () => new EventTarget() })
    const began = performance.now()
    expect(await asked(inBrowser({ timeoutMs: 50 }))).toEqual(nothing)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

test('a newer page in another tab gets the database, and this one goes on without', async () => {
  const kept = inBrowser()
  await kept.write('a', kilobyte)
  const newer = await openDB(databaseName, 999)
  expect(newer.version).toBe(999)
  expect(await kept.read('a')).toBeNull()
  newer.close()
})

test('while the listener does not want it nothing is kept or read, but what is kept is counted', async () => {
  let wants = true
  const kept = storedWhileAllowed(keepInMemory(), () => wants)
  await kept.write('a', kilobyte)
  wants = false
  expect(await kept.write('b', kilobyte)).toBe(false)
  expect(await kept.read('a')).toBeNull()
  expect(await kept.usage()).toMatchObject({ recordings: 1 })
  await kept.clear()
  expect(await kept.usage()).toMatchObject({ recordings: 0 })
})
