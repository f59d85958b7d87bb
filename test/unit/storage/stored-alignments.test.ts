import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, expect, test } from 'vitest'
import { packTimes, unpackTimes } from '#session/alignment/packed-times.ts'
import { entriesWhileAllowed } from '#storage/entry-store.ts'
import { createBrowserStorage } from '#storage/browser-storage.ts'
import { databaseName } from '#storage/recordings-database.ts'
import { segment, transcript } from '../../support/transcripts.ts'

const text = transcript([segment('Good evening.', null, null), segment('Welcome.', null, null)])
const stored: Parameters<typeof packTimes>[0] = {
  timing: {
    known: {
      heardUntil: 12.5,
      undecided: { segment: 1, offset: 0 },
      words: [{ segment: 0, from: 0, to: 4, start: 1.25, end: 1.5, confidence: 0.75 }],
      issues: [{ segment: 0, from: 5, to: 13, reason: 'beside-gap' }],
    },
    duration: 60,
    isComplete: false,
    keepsRead: true,
  },
  anchors: [{ segment: 1, offset: 3, time: 20.125 }],
  chosenLanguage: 'es',
}
const recording = { finest: new Uint8Array(100), duration: 1, silences: null }
const inBrowser = () => createBrowserStorage({ estimate: () => Promise.resolve({}) })

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('the timing of a text comes back as it was', async () => {
  await inBrowser().alignments.write('f1 t1', packTimes(stored))
  const read = await inBrowser().alignments.read('f1 t1')
  expect(unpackTimes(read!, text)).toEqual(stored)
  expect(await inBrowser().alignments.read('f1 t2')).toBeNull()
})

test('a timing that cannot be of this text is none', () => {
  const shorter = transcript([segment('Good.', null, null), segment('Welcome.', null, null)])
  expect(unpackTimes(packTimes(stored), shorter)).toBeNull()
})

test('it is counted with its recording, and forgotten with it', async () => {
  const storage = inBrowser()
  await storage.write('f1', recording)
  const { bytes } = await storage.usage()
  await storage.alignments.write('f1 t1', packTimes(stored))
  const usage = await storage.usage()
  expect(usage.recordings).toBe(1)
  expect(usage.bytes).toBeGreaterThan(bytes)
  expect(await storage.clear()).toBe(true)
  expect(await storage.alignments.read('f1 t1')).toBeNull()
})

test('data from before timings were stored is still there', async () => {
  const old = await openDB(databaseName, 1, {
    upgrade(database) {
      const entries = database.createObjectStore('entries', { keyPath: 'fingerprint' })
      entries.createIndex('usedAt', 'usedAt')
      database.createObjectStore('recordings')
    },
  })
  await old.put('recordings', recording, 'f1')
  await old.put('entries', { fingerprint: 'f1', bytes: 500, usedAt: 1 })
  old.close()
  const storage = inBrowser()
  expect(await storage.read('f1')).toEqual(recording)
  expect(await storage.alignments.write('f1 t1', packTimes(stored))).toBe(true)
})

test('data in the layout of another version is ignored', async () => {
  const storage = inBrowser()
  await storage.alignments.write('f1 t1', { ...packTimes(stored), wordTimes: new Float64Array(1) })
  expect(await storage.alignments.read('f1 t1')).toBeNull()
})

test('nothing is stored or read while the listener does not allow it', async () => {
  const storage = inBrowser()
  let isWanted = false
  const wanted = entriesWhileAllowed(storage.alignments, () => isWanted)
  expect(await wanted.write('f1 t1', packTimes(stored))).toBe(false)
  isWanted = true
  expect(await wanted.write('f1 t1', packTimes(stored))).toBe(true)
  isWanted = false
  expect(await wanted.read('f1 t1')).toBeNull()
})
