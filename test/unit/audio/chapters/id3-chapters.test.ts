import { expect, test } from 'vitest'
import type { ByteSource } from '#audio/byte-source.ts'
import { readId3Chapters } from '#audio/chapters/id3-chapters.ts'

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const uint32 = (value: number) =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
const syncsafe = (value: number) =>
  Uint8Array.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127)

type Version = 3 | 4

const frame = (name: string, content: Uint8Array, version: Version, flags = 0) =>
  joined(
    latin1(name),
    version === 4 ? syncsafe(content.length) : uint32(content.length),
    Uint8Array.of(0, flags),
    content,
  )

const utf8 = (text: string) => joined(Uint8Array.of(3), new TextEncoder().encode(text))

const chapter = (id: string, start: number, title: Uint8Array, version: Version = 4) => {
  const times = joined(
    uint32(start),
    uint32(start + 1000),
    uint32(2 ** 32 - 1),
    uint32(2 ** 32 - 1),
  )
  return frame('CHAP', joined(latin1(`${id}\0`), times, frame('TIT2', title, version)), version)
}

const contents = (ids: string[], version: Version = 4) =>
  frame(
    'CTOC',
    joined(
      latin1('toc\0'),
      Uint8Array.of(3, ids.length),
      latin1(ids.map((id) => `${id}\0`).join('')),
    ),
    version,
  )

const tag = (version: Version, flags: number, ...frames: Uint8Array[]) => {
  const body = joined(...frames)
  return joined(latin1('ID3'), Uint8Array.of(version, 0, flags), syncsafe(body.length), body)
}

function sourceOf(bytes: Uint8Array): { source: ByteSource; read: () => number } {
  let read = 0
  const source: ByteSource = {
    size: bytes.length,
    read(from, to) {
      const piece = Uint8Array.from(bytes.subarray(from, to))
      read += piece.length
      return Promise.resolve(piece)
    },
  }
  return { source, read: () => read }
}

const chaptersOf = (bytes: Uint8Array) => readId3Chapters(sourceOf(bytes).source)

test('chapters that are listed out of order are sorted by time', async () => {
  const bytes = tag(
    4,
    0,
    chapter('c3', 2500, utf8('Outro')),
    chapter('c1', 0, utf8('Intro')),
    chapter('c2', 900, utf8('The mill — part 1')),
    contents(['c3', 'c1', 'c2']),
  )
  expect(await chaptersOf(bytes)).toEqual([
    { start: 0, title: 'Intro' },
    { start: 0.9, title: 'The mill — part 1' },
    { start: 2.5, title: 'Outro' },
  ])
})

test('what no table of contents lists is hidden, unless nothing is listed', async () => {
  const both = [chapter('a', 0, utf8('Shown')), chapter('b', 500, utf8('Hidden'))]
  expect(await chaptersOf(tag(4, 0, ...both, contents(['a'])))).toHaveLength(1)
  expect(await chaptersOf(tag(4, 0, ...both))).toHaveLength(2)
})

test('titles in Latin-1 and UTF-16, in v2.3', async () => {
  const wide = joined(Uint8Array.of(1, 0xff, 0xfe), latin1('M\0\u00fc\0h\0l\0e\0'))
  const bytes = tag(
    3,
    0,
    chapter('a', 0, joined(Uint8Array.of(0), latin1('Caf\u00e9\0')), 3),
    chapter('b', 1000, wide, 3),
  )
  expect((await chaptersOf(bytes)).map(({ title }) => title)).toEqual(['Café', 'Mühle'])
})

test('a tag of v2.3 that is unsynchronised as a whole', async () => {
  const plain = joined(chapter('a', 0xff00, utf8('One'), 3), chapter('b', 0x1ff00, utf8('Two'), 3))
  const body: number[] = []
  for (const byte of plain) {
    if (body.at(-1) === 0xff && (byte === 0 || byte >= 0xe0)) body.push(0)
    body.push(byte)
  }
  const bytes = tag(3, 0x80, Uint8Array.from(body))
  expect(await chaptersOf(bytes)).toEqual([
    { start: 65.28, title: 'One' },
    { start: 130.816, title: 'Two' },
  ])
})

test('a picture of megabytes is passed over, not read', async () => {
  const picture = frame('APIC', new Uint8Array(1_500_000), 4)
  const { source, read } = sourceOf(tag(4, 0, picture, chapter('a', 0, utf8('One'))))
  expect(await readId3Chapters(source)).toHaveLength(1)
  expect(read()).toBeLessThan(1000)
})

test('no tag, a tag of another version, and a tag that breaks off have none', async () => {
  expect(await chaptersOf(new Uint8Array(100))).toEqual([])
  expect(await chaptersOf(new Uint8Array(0))).toEqual([])
  const whole = tag(4, 0, chapter('a', 0, utf8('One')), chapter('b', 1000, utf8('Two')))
  const old = Uint8Array.from(whole)
  old[3] = 2
  expect(await chaptersOf(old)).toEqual([])
  for (let length = 0; length < whole.length; length += 1) {
    expect((await chaptersOf(whole.subarray(0, length))).length).toBeLessThan(2)
  }
})
