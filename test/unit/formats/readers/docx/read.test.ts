import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { bytesOf, readFixture, segmentsOf } from '../../fixtures.ts'

/*
 * The fixtures were written once with fflate's `zipSync` (level 9): [Content_Types].xml, _rels/.rels, and the
 * document part as `docxOf` below makes it; with docProps/core.xml where there is a title.
 */

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function docxOf(body: string, { prologue = '' } = {}): Uint8Array {
  const document = `<?xml version="1.0"?>${prologue}<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
  })
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

async function textsOf(bytes: Uint8Array) {
  const { transcript } = await readTranscript(bytes, { fileName: 'a.docx' })
  return transcript?.segments.map(({ text }) => text)
}

async function turnsOf(name: string) {
  const segments = await segmentsOf(`docx/${name}`)
  return segments.map(({ start, speaker, text }) => [start, speaker, text])
}

test('paragraphs are read by the rules of text with times, and the title is the document’s', async () => {
  const { transcript, problems, encoding } = await readFixture('docx/names-before-times.docx')
  expect(transcript).toMatchObject({ title: 'The boat club', language: 'en-GB' })
  expect(encoding).toBe('utf-8')
  expect(problems.map(({ code }) => code)).toEqual(['times-missing', 'end-missing'])
  expect(await turnsOf('names-before-times.docx')).toEqual([
    [null, null, 'Spring meeting'],
    [3, 'Ada Lovelace', 'Good evening, everyone.'],
    [9, 'Tom Bell', 'Yes.\nThe kettle is on.'],
    [15, 'Ada Lovelace', 'Tea & cake?'],
  ])
})

test('without times, names mark turns', async () => {
  expect(await turnsOf('names-without-times.docx')).toEqual([
    [null, 'Ada', 'We begin.'],
    [null, 'Tom', 'We do.'],
    [null, 'Tom', 'And so does the rain.'],
    [null, 'Ada', 'And then?'],
  ])
})

test('a row of a table is a time, a name and a text', async () => {
  expect(await turnsOf('table-of-turns.docx')).toEqual([
    [null, null, 'A talk'],
    [null, null, 'Time\tSpeaker\tText'],
    [3, 'Ada', 'We begin.'],
    [7, 'Tom', 'We do.'],
    [11, 'Ada', 'And then?'],
  ])
})

test('deleted text is not shown, a text box once, and both are said', async () => {
  expect(await turnsOf('deleted-and-boxed.docx')).toEqual([
    [null, null, 'Before and after.'],
    [null, null, 'In a box.'],
    [null, null, 'Inside a field-of sorts.'],
  ])
  const { problems } = await readFixture('docx/deleted-and-boxed.docx')
  expect(problems.slice(1).map(({ message }) => message)).toEqual([
    '1 passage deleted by tracked changes is not shown.',
    '1 footnote or comment is not shown.',
  ])
})

test('the document may be in a part with a number', async () => {
  expect(await turnsOf('second-document-part.docx')).toEqual([[null, null, 'Saved by a server.']])
})

test('subtitles in a document have their times', async () => {
  const segments = await segmentsOf('docx/subtitles-pasted.docx')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1, 2.5, 'One.'],
    [3, 4, 'Two.'],
  ])
})

test('a DTD is refused', async () => {
  const prologue = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
  const { problems } = await readTranscript(docxOf(paragraph('&a;'), { prologue }))
  expect(problems).toMatchObject([{ code: 'xml-dtd', severity: 'error' }])
})

test('a bomb is stopped', async () => {
  const { problems } = await readTranscript(docxOf(paragraph('a'.repeat(8_000_000))))
  expect(problems).toMatchObject([{ code: 'zip-too-large', severity: 'error' }])
})

test('damage in the middle keeps what stands before it', async () => {
  const bytes = docxOf(paragraph('One.') + paragraph('Two.') + '<w:p><w:r></w:p>')
  expect(await textsOf(bytes)).toEqual(['One.', 'Two.'])
})

test('a document cut short is refused as what it is', async () => {
  const bytes = bytesOf('docx/names-before-times.docx')
  const { problems } = await readTranscript(bytes.subarray(0, 900), { fileName: 'a.docx' })
  expect(problems).toMatchObject([{ code: 'file-word', severity: 'error' }])
})

test('a document without a body says so', async () => {
  const bytes = zipSync({ 'word/document.xml': strToU8('<nothing/>') })
  const { problems } = await readTranscript(bytes, { fileName: 'a.docx' })
  expect(problems).toMatchObject([{ code: 'docx-body-missing', severity: 'error' }])
})

test('a thousand pages are read', async () => {
  const texts = await textsOf(
    docxOf(Array.from({ length: 20_000 }, (_, at) => paragraph(`Line ${at * at}.`)).join('')),
  )
  expect(texts).toHaveLength(20_000)
})

const titled = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

test('a first paragraph in the style of titles is the title', async () => {
  const bytes = docxOf(paragraph('') + titled('The club') + paragraph('One.') + paragraph('Two.'))
  const { transcript } = await readTranscript(bytes, { fileName: 'a.docx' })
  expect(transcript?.title).toBe('The club')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['One.', 'Two.'])
})

test('a title that stands below text, or alone, is text', async () => {
  expect(await textsOf(docxOf(paragraph('One.') + titled('Two')))).toEqual(['One.', 'Two'])
  expect(await textsOf(docxOf(titled('One')))).toEqual(['One'])
})
