import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { resolveAddress } from '#formats/parsing/spoken-books/address.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('passages that a recording speaks are segments', async () => {
  const segments = await segmentsOf('epub/sentences.epub')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['The weir', 0, 1.5],
    ['Water\u00a0falls.', 1.5, 3],
    ['It never\nstops.', 3, 4.25],
  ])
  const { transcript, problems } = await readFixture('epub/sentences.epub')
  expect(transcript).toMatchObject({ title: 'The Little Weir', language: 'en' })
  expect(problems).toMatchObject([{ code: 'text-missing' }])
})

test('where words are spoken one by one, paragraphs are the segments', async () => {
  const segments = await segmentsOf('epub/words.epub')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['Cold hands.', 0, 1],
    ['Listen!', 2, 2.5],
  ])
  expect(segments[0]!.spoken.map(({ text, start }) => [text, start])).toEqual([
    ['Cold', 0],
    ['hands', 0.5],
  ])
})

test('of several recordings the first is followed, the text of the others shown, and that said', async () => {
  const { transcript, problems } = await readFixture('epub/two-recordings.epub')
  expect(transcript?.segments.map(({ text }) => text)).toEqual([
    'First part of it.',
    'Second part.',
  ])
  expect(transcript?.segments[1]).toMatchObject({ start: null, end: null, words: [] })
  expect(problems).toMatchObject([{ code: 'book-several-recordings', severity: 'warning' }])
  expect(problems[0]!.message).toContain('2 recordings')
})

test('a page that is not there loses its passages only, and reading aids are no text', async () => {
  const { transcript, problems } = await readFixture('epub/page-missing-and-reading-aids.epub')
  expect(transcript?.segments).toMatchObject([{ text: 'The weir sings.', start: 0, end: 2 }])
  expect(problems.map(({ code, severity }) => [code, severity])).toContainEqual([
    'text-missing',
    'warning',
  ])
})

test('a book that is not read aloud is refused', async () => {
  const bytes = zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    ),
    'b.opf': strToU8('<package><manifest/><spine/></package>'),
  })
  const { transcript, problems } = await readTranscript(bytes, { fileName: 'b.epub' })
  expect(transcript).toBeNull()
  expect(problems).toMatchObject([{ code: 'epub-without-overlays', severity: 'error' }])
})

test.each([
  ['OPS/smil/1.smil', '../text/a%20b.xhtml#s%31', 'OPS/text/a b.xhtml', 's1'],
  ['a.smil', '../../x.xhtml', 'x.xhtml', ''],
  ['OPS/a.smil', '#here', 'OPS/a.smil', 'here'],
])('from %s, %s', (from, reference, path, fragment) => {
  expect(resolveAddress(from, reference)).toEqual({ path, fragment })
})
