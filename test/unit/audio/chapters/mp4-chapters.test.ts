import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import { readMp4Chapters } from '#audio/chapters/mp4-chapters.ts'
import { readRecordingChapters } from '#audio/chapters/recording-chapters.ts'

const audiobook = () =>
  Uint8Array.from(
    readFileSync(new URL('../../../fixtures/recordings/mp4-chapters.m4b', import.meta.url)),
  )
const expected = [
  { start: 0, title: 'Intro' },
  { start: 1, title: 'Die Mühle – Teil 1' },
  { start: 2.5, title: 'Outro' },
]

const sourceOf = (bytes: Uint8Array<ArrayBuffer>): ByteSource => ({
  size: bytes.length,
  read: (from, to) => Promise.resolve(bytes.slice(from, to)),
})

/** Where these bytes or letters begin; throws where they are not. */
function placeOf(bytes: Uint8Array, what: string | readonly number[]): number {
  const wanted = typeof what === 'string' ? Array.from(what, (sign) => sign.charCodeAt(0)) : what
  for (let at = 0; at + wanted.length <= bytes.length; at++) {
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return at
  }
  throw new Error(`no ${what.toString()}`)
}

/** The type of a box becomes `free`, so that nobody knows it. */
function without(bytes: Uint8Array<ArrayBuffer>, type: string) {
  bytes.set([0x66, 0x72, 0x65, 0x65], placeOf(bytes, type))
  return bytes
}

test('an audiobook names its chapters in a track of text and in a list', async () => {
  expect(await readMp4Chapters(sourceOf(audiobook()))).toEqual(expected)
  expect(await readRecordingChapters(sourceOf(audiobook()), 'MP4')).toEqual(expected)
})

test.each([
  ['the track alone', 'chpl'],
  ['the list alone', 'tref'],
])('%s suffices', async (_, missing) => {
  expect(await readMp4Chapters(sourceOf(without(audiobook(), missing)))).toEqual(expected)
})

test('titles may be in UTF-16', async () => {
  const bytes = without(audiobook(), 'chpl')
  // a length of five bytes, then the title
  const at = placeOf(bytes, [0, 5, ...Array.from('Intro', (sign) => sign.charCodeAt(0))])
  bytes.set([0, 4, 0xfe, 0xff, 0x00, 0xc9], at)
  expect((await readMp4Chapters(sourceOf(bytes)))[0]).toEqual({ start: 0, title: 'É' })
})

test('without either there are none, and none in a file that is cut off or of another kind', async () => {
  const bytes = audiobook()
  expect(await readMp4Chapters(sourceOf(without(without(bytes, 'chpl'), 'tref')))).toEqual([])
  for (let length = 0; length < bytes.length; length += 97) {
    expect(await readMp4Chapters(sourceOf(audiobook().slice(0, length)))).toEqual([])
  }
  expect(await readRecordingChapters(sourceOf(audiobook()), 'Ogg')).toEqual([])
})

test('a list that claims more chapters than it has gives those that are there', async () => {
  const bytes = without(audiobook(), 'tref')
  bytes[placeOf(bytes, 'chpl') + 4 + 8] = 255
  expect(await readMp4Chapters(sourceOf(bytes))).toEqual(expected)
})
