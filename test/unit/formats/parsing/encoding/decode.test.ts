import { expect, test } from 'vitest'
import { decodeText } from '#formats/parsing/encoding/decode.ts'

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
])('%s is found without help', async (encoding, bytes) => {
  expect(await decodeText(bytes, 'x.srt')).toEqual({ text: line, encoding, problems: [] })
})

test('what is not UTF-8 is read as Windows-1252, and that is said', async () => {
  const { text, encoding, problems } = await decodeText(
    Uint8Array.of(0x93, 0xc4, 0x94, 0x20, 0x80),
    'x.srt',
  )
  expect(text).toBe('“Ä” €')
  expect(encoding).toBe('windows-1252')
  expect(problems[0]?.code).toBe('encoding-guessed')
})

test('one damaged character does not spoil a file in UTF-8', async () => {
  const bytes = Uint8Array.of(...utf8('äöüß'.repeat(10)), 0xc3)
  const { text, encoding, problems } = await decodeText(bytes, 'x.srt')
  expect(text).toBe(`${'äöüß'.repeat(10)}\uFFFD`)
  expect(encoding).toBe('utf-8')
  expect(problems[0]?.code).toBe('encoding-damaged')
})

test('a replacement character that was in the text is no damage', async () => {
  expect((await decodeText(utf8('a\uFFFDb'), 'x.srt')).problems).toEqual([])
})

test('the encoding asked for is used', async () => {
  const { text, encoding } = await decodeText(
    Uint8Array.of(0xcf, 0xf0, 0xe8),
    'x.srt',
    'windows-1251',
  )
  expect({ text, encoding }).toEqual({ text: 'При', encoding: 'windows-1251' })
})

test('an encoding nobody knows is named, and the file read without it', async () => {
  const { text, problems } = await decodeText(utf8('hello'), 'x.srt', 'klingon-8')
  expect(text).toBe('hello')
  expect(problems[0]?.message).toContain('“klingon-8”')
})

test.each([
  ['a\r\nb', 'a\nb'],
  ['a\rb', 'a\nb'],
  ['a\r\r\nb', 'a\nb'],
  ['a\r\rb', 'a\n\nb'],
  ['a\r\r\nb\r\nc', 'a\nb\nc'],
  ['a\rb\r\r\nc', 'a\nb\n\nc'],
  ['a\u2028b\u0085c', 'a\u2028b\u0085c'],
  ['e\u0301', 'é'],
  ['a\0b', 'a\uFFFDb'],
])('%j becomes %j', async (written, text) => {
  expect((await decodeText(utf8(written), 'x.srt')).text).toBe(text)
})

/** The single bytes of an encoding's letters, as the browsers' table has them. */
function encodeSingleByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const byteOf = new Map<string, number>()
  for (let byte = 0; byte < 256; byte += 1) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from([...text], (letter) => byteOf.get(letter)!)
}

test.each([
  [
    'windows-1251',
    'Добрый вечер. Сегодня мы говорим о том, как люди слушали радио в старые времена и что они помнят.',
  ],
  ['windows-1253', 'Καλησπέρα. Σήμερα μιλάμε για το πώς άκουγαν οι άνθρωποι το ραδιόφωνο παλιά.'],
  [
    'windows-1256',
    'مساء الخير. نتحدث اليوم عن الناس الذين كانوا يستمعون إلى الراديو في الماضي وما يتذكرونه.',
  ],
  [
    'windows-1255',
    'ערב טוב. היום אנחנו מדברים על האנשים שהאזינו לרדיו בימים ההם ועל מה שהם זוכרים.',
  ],
])('the letters of %s are known', async (encoding, sentence) => {
  const cue = `1\n00:00:01,000 --> 00:00:05,000\n${sentence}\n\n`
  const found = await decodeText(encodeSingleByte(cue.repeat(5), encoding), 'x.srt')
  expect(found.encoding).toBe(encoding)
  expect(found.text).toContain(sentence)
  expect(found.problems[0]?.message).toContain(encoding)
})
