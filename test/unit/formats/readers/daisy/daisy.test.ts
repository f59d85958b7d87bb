import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { linesOf, readFixture } from '../../fixtures.ts'

const older = 'daisy/two-smil-files-in-a-folder.zip'
const newer = 'daisy/two-recordings-and-dtbook.zip'

test('a book of DAISY 2.02 is read in the order of its contents page', async () => {
  expect(await linesOf(older)).toEqual([
    '0–1.75 The little weir',
    '1.75–2.5 One',
    '2.5–6.25 Seán came down to the weir at six.',
    '6.25–9 The water was “as high as the wall”.',
    '9–9.5 2',
    '9.5–10.25 Two',
    '10.25–12 Nobody else was there.',
  ])
  const { transcript, problems } = await readFixture(older)
  expect(transcript).toMatchObject({ title: 'The little weir', language: 'en-IE' })
  expect(problems).toEqual([])
})

test('a book of DAISY 3 is read in the order of its spine, with the times of its first recording', async () => {
  expect(await linesOf(newer)).toEqual([
    '0–2 The boat',
    "2–4.5 It put out at four o'clock.",
    '– It could carry eleven people and a goat.',
  ])
  const { transcript, problems } = await readFixture(newer)
  expect(transcript).toMatchObject({ title: 'Night of the small boat', language: 'en' })
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['book-several-recordings', 'text-missing']),
  )
})

test.each([
  ['ncc.html', 'is the contents page of a DAISY book'],
  ['dtbook.xml', 'is the text of a DAISY book'],
  ['book.opf', 'is the list of contents of a book (EPUB or DAISY)'],
])('%s alone is refused with a way out', async (name, reason) => {
  const { problems } = await readFixture(`refused/${name}`)
  expect(problems[0]!.message).toContain(`${name} ${reason}`)
  expect(problems[0]!.message).toMatch(
    /Pack the whole folder of the book as a ZIP and open that\.$/,
  )
})

test('a SMIL file alone is refused, and names the file with the words', async () => {
  const { problems } = await readFixture('refused/times-of-a-book.smil')
  expect(problems[0]!.message).toBe(
    'times-of-a-book.smil contains only times; the words are in ../text/book.xml. Open the EPUB, or the DAISY book as a ZIP, that contains both.',
  )
})

test('a book without text for its recording is refused', async () => {
  const bytes = zipSync({ 'ncc.html': strToU8('<html><body><h1>x</h1></body></html>') })
  const { problems } = await readTranscript(bytes, { fileName: 'book.zip' })
  expect(problems.map(({ code }) => code)).toEqual(['daisy-without-text'])
})
