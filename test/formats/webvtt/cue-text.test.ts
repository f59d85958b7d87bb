import { expect, test } from 'vitest'
import { parseCueText } from '#formats/webvtt/cue-text.ts'

const textOf = (raw: string) =>
  parseCueText(raw)
    .pieces.map((piece) => piece.text)
    .join('')
const voicesOf = (raw: string) => parseCueText(raw).pieces.map(({ voice, text }) => [voice, text])

test.each([
  ['a &amp; b &lt; c &gt; d&nbsp;e', 'a & b < c > d\u00a0e'],
  ['&#9834; &#x266a; &#128; &#0; &#xd800;', '♪ ♪ € \ufffd \ufffd'],
  ['&hellip;&unknown; &amp', '…&unknown; &'],
  ['<b>a</i>b</b>c', 'abc'],
  ['<x>a</x>', 'a'],
  ['<>a</>', 'a'],
  ['<c.red.big>a</c>', 'a'],
  ['<ruby>漢<rt>かん</rt></ruby>字', '漢(かん)字'],
  ['<ruby>漢<rt>かん</ruby>字', '漢(かん)字'],
  ['a<b', 'a'],
  ['a <b', 'a '],
  ['2 < 3', '2 < 3'],
])('%j reads %j', (raw, text) => {
  expect(textOf(raw)).toBe(text)
})

test('a voice lasts until it is closed, through the tags inside it', () => {
  expect(voicesOf('<v Ada>a <i>b</i> c</v> d')).toEqual([
    ['Ada', 'a '],
    ['Ada', 'b'],
    ['Ada', ' c'],
    [null, ' d'],
  ])
})

test('a voice may be written with classes, blanks and references', () => {
  expect(voicesOf('<v.loud  Ada &amp;\tCharles >a')).toEqual([['Ada & Charles', 'a']])
})

test('a hundred thousand tags deep is as good as one', () => {
  expect(textOf(`${'<b>'.repeat(100_000)}x`)).toBe('x')
})
