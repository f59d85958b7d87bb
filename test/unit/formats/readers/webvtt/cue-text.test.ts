import { expect, test } from 'vitest'
import { loadReferences } from '#formats/parsing/cues/html-references.ts'
import { createCueTextParser } from '#formats/readers/webvtt/cue-text.ts'

const parseCueText = createCueTextParser(await loadReferences('&'))

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
  expect(voicesOf('<v.loud  Ada &amp; Charles >a')).toEqual([['Ada & Charles', 'a']])
})

test('blanks inside a name are kept as browsers keep them', () => {
  expect(voicesOf('<v Ada  &amp;\tCharles\nB>a')).toEqual([['Ada  &\tCharles\nB', 'a']])
})

test('a reference without its semicolon is none within a name', () => {
  expect(voicesOf('<v R&notes &amp>a &notes')).toEqual([['R&notes &', 'a ¬es']])
})

test('a blank that is not ASCII belongs to the name', () => {
  expect(voicesOf('<v Mr&nbsp;X\u3000>a')).toEqual([['Mr\u00a0X\u3000', 'a']])
})

test('what stands behind a timestamp in its tag is passed over, as browsers do', () => {
  const { pieces } = parseCueText('a <00:00:01.500 >b <00:02.000x>c <00:03.0000>d')
  expect(pieces.map(({ stamp, text }) => [stamp, text])).toEqual([
    [null, 'a '],
    [1.5, 'b '],
    [2, 'c '],
    [2, 'd'],
  ])
})

test('a hundred thousand tags deep is as good as one', () => {
  expect(textOf(`${'<b>'.repeat(100_000)}x`)).toBe('x')
})
