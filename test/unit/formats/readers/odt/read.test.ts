import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('a paragraph with a time', async () => {
  expect(await linesOf('odt/one-paragraph.odt')).toEqual(['1–2.2 Ada: We walked home.'])
  const { transcript, problems } = await readFixture('odt/one-paragraph.odt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('notes and deletions are not shown, rows are turns', async () => {
  expect(await linesOf('odt/note-table-and-deletion.odt')).toEqual([
    '– Ferry',
    '1–5 Mira: The ferry is late.',
    '5–9 Bo: Again?\nAgain.',
    '9–9.3 Mira: Yes.',
  ])
  const { transcript, problems } = await readFixture('odt/note-table-and-deletion.odt')
  expect(transcript).toMatchObject({ title: 'Interview 7', language: 'en-GB', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([
    'times-missing',
    'deleted-not-shown',
    'notes-not-shown',
    'end-missing',
  ])
})

test('one flat file is read, too', async () => {
  expect(await linesOf('odt/flat.fodt')).toEqual([
    '– Ferry',
    '1–5 Mira: The ferry is late.',
    '5–9 Bo: Again?\nAgain.',
    '9–9.3 Mira: Yes.',
  ])
  const { transcript, problems } = await readFixture('odt/flat.fodt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([
    'times-missing',
    'deleted-not-shown',
    'notes-not-shown',
    'end-missing',
  ])
})

const spaces = ['office', 'text', 'table', 'drawing', 'svg-compatible', 'meta']
  .map((name) => `xmlns:${name.slice(0, 4)}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

async function readFlat(body: string, meta = '') {
  const { transcript, problems } = await readText(
    `<offi:document ${spaces} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:mimetype="application/vnd.oasis.opendocument.text"><offi:meta>${meta}</offi:meta><offi:body><offi:text>${body}</offi:text></offi:body></offi:document>`,
    { fileName: 'a.fodt' },
  )
  return { transcript: transcript!, texts: transcript!.segments.map(({ text }) => text), problems }
}

test('lists, headings, sections and tables in a cell are read', async () => {
  const { texts } = await readFlat(
    '<tabl:table><tabl:table-row><tabl:table-cell><text:h>Ferry</text:h><text:list><text:list-item><text:p>It is late.</text:p></text:list-item></text:list><text:section><text:p>Again.</text:p></text:section><tabl:table><tabl:table-row><tabl:table-cell><text:p>Inside.</text:p></tabl:table-cell></tabl:table-row></tabl:table></tabl:table-cell></tabl:table-row></tabl:table>',
  )
  expect(texts.join(' ').replace(/\s+/g, ' ')).toBe('Ferry It is late. Again. Inside.')
})

test('titles of pictures are not read, and paragraphs of text boxes stand apart', async () => {
  const { texts } = await readFlat(
    '<text:p>We walked.<draw:frame><svg-:title>A boat</svg-:title><svg-:desc>Blue</svg-:desc><draw:text-box><text:p>It rained.</text:p><text:p>It stopped.</text:p></draw:text-box></draw:frame></text:p>',
  )
  expect(texts).toEqual(['We walked.', 'It rained.', 'It stopped.'])
})

test('one flat file has its title', async () => {
  const { transcript } = await readFlat(
    '<text:p>We walked.</text:p>',
    '<dc:title>Interview 8</dc:title>',
  )
  expect(transcript.title).toBe('Interview 8')
})

test('entries of a table of contents are counted', async () => {
  const { texts, problems } = await readFlat(
    '<text:table-of-content><text:index-body><text:p>Ferry 3</text:p></text:index-body></text:table-of-content><text:p>We walked.</text:p>',
  )
  expect(texts).toEqual(['We walked.'])
  expect(problems.map(({ message }) => message)).toContain(
    '1 entry of a table of contents or an index is not shown.',
  )
})
