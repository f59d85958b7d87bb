import { expect, test } from 'vitest'
import { decode } from '#formats/encoding/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be') =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
    }),
  )
const line = '00:00:01,000 --> 00:00:02,000 سلام'

test.each([
  ['utf-8', utf8(line)],
  ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(line))],
  ['utf-16le', Uint8Array.of(0xff, 0xfe, ...utf16(line, 'le'))],
  ['utf-16be', Uint8Array.of(0xfe, 0xff, ...utf16(line, 'be'))],
  ['utf-16le', utf16(line, 'le')],
  ['utf-16be', utf16(line, 'be')],
])('%s is found without help', (encoding, bytes) => {
  expect(decode(bytes, 'x.srt')).toEqual({ text: line, encoding, problems: [] })
})

test('what is not UTF-8 is read as Windows-1252, and that is said', () => {
  const { text, encoding, problems } = decode(Uint8Array.of(0x93, 0xc4, 0x94, 0x20, 0x80), 'x.srt')
  expect(text).toBe('“Ä” €')
  expect(encoding).toBe('windows-1252')
  expect(problems[0]?.code).toBe('encoding-guessed')
})

test('one damaged character does not spoil a file in UTF-8', () => {
  const bytes = Uint8Array.of(...utf8('äöüß'.repeat(10)), 0xc3)
  const { text, encoding, problems } = decode(bytes, 'x.srt')
  expect(text).toBe(`${'äöüß'.repeat(10)}\uFFFD`)
  expect(encoding).toBe('utf-8')
  expect(problems[0]?.code).toBe('encoding-damaged')
})

test('a replacement character that was in the text is no damage', () => {
  expect(decode(utf8('a\uFFFDb'), 'x.srt').problems).toEqual([])
})

test('the encoding asked for is used', () => {
  const { text, encoding } = decode(Uint8Array.of(0xcf, 0xf0, 0xe8), 'x.srt', 'windows-1251')
  expect({ text, encoding }).toEqual({ text: 'При', encoding: 'windows-1251' })
})

test('an encoding nobody knows is named, and the file read without it', () => {
  const { text, problems } = decode(utf8('hello'), 'x.srt', 'klingon-8')
  expect(text).toBe('hello')
  expect(problems[0]?.message).toContain('“klingon-8”')
})

test.each([
  ['a\r\nb', 'a\nb'],
  ['a\rb', 'a\nb'],
  ['a\r\r\nb', 'a\nb'],
  ['a\r\rb', 'a\n\nb'],
  ['a\u2028b\u0085c', 'a\u2028b\u0085c'],
  ['e\u0301', 'é'],
  ['a\0b', 'a\uFFFDb'],
])('%j becomes %j', (written, text) => {
  expect(decode(utf8(written), 'x.srt').text).toBe(text)
})
