import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { createBrowserStorage } from '#storage/browser-storage.ts'
import type { StoredDraft } from '#storage/stored-drafts.ts'
import { segment } from '../../support/transcripts.ts'

const word = { from: 0, to: 4, start: 1.25, end: 1.5, confidence: 0.75 }
const draft: StoredDraft = {
  segments: [
    segment('Good evening.', 1.25, 2, {
      words: [word],
      issues: [{ from: 5, to: 13, reason: 'unclear' }],
    }),
    segment('Welcome.', 3, 4),
  ],
  heardUntil: 12.5,
  isComplete: false,
}
const inBrowser = () => createBrowserStorage({ estimate: () => Promise.resolve({}) })

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

test('a draft comes back as it was, and only for its recording', async () => {
  await inBrowser().drafts.write('f1 draft', draft)
  expect(await inBrowser().drafts.read('f1 draft')).toEqual(draft)
  expect(await inBrowser().drafts.read('f2 draft')).toBeNull()
})

test('a draft stored when issues were called doubts keeps them', async () => {
  const [first, second] = draft.segments
  const { issues, ...rest } = first!
  const old = { ...draft, segments: [{ ...rest, doubts: issues }, second] }
  await inBrowser().drafts.write('f1 draft', old as StoredDraft)
  expect(await inBrowser().drafts.read('f1 draft')).toEqual(draft)
})

test('it is counted with its recording, and forgotten with it', async () => {
  const storage = inBrowser()
  await storage.write('f1', { finest: new Uint8Array(100), duration: 1, silences: null })
  const { bytes } = await storage.usage()
  await storage.drafts.write('f1 draft', draft)
  const usage = await storage.usage()
  expect(usage.recordings).toBe(1)
  expect(usage.bytes).toBeGreaterThan(bytes)
  expect(await storage.clear()).toBe(true)
  expect(await storage.drafts.read('f1 draft')).toBeNull()
})

const [first] = draft.segments
test.each([
  ['a segment without a time', { ...draft, segments: [{ ...first, start: null }] }],
  ['a word beyond its text', { ...draft, segments: [{ ...first, words: [{ ...word, to: 99 }] }] }],
  ['a place that is no number', { ...draft, heardUntil: '12' }],
])('what another version wrote in another way is as good as nothing: %s', async (_, odd) => {
  const storage = inBrowser()
  await storage.drafts.write('f1 draft', odd as StoredDraft)
  expect(await storage.drafts.read('f1 draft')).toBeNull()
})
