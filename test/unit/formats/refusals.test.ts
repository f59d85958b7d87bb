import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { expectSound } from './expect-sound.ts'
import { fixturesOf, readFixture, readText } from './fixtures.ts'

const reasons: Readonly<Record<string, string>> = {
  'all.zip': 'is an archive',
  'blank.srt': 'contains only blanks',
  'book.opf': 'is the list of contents of a book (EPUB or DAISY)',
  'bytes.vtt': 'is a binary file',
  'captions.mcc': 'is MacCaption captions (MCC), whose text is in codes',
  'dtbook.xml': 'is the text of a DAISY book',
  'empty.vtt': 'is empty',
  'interview.pages': 'is a Pages, Numbers or Keynote document',
  'ncc.html': 'is the contents page of a DAISY book',
  'nothing-whole.json': 'is damaged JSON at line 1',
  'notes.docx': 'is a Word document',
  'letters-unknown.pdf': 'is a PDF whose fonts do not say which letters they draw',
  'notes.pdf': 'is a damaged PDF',
  'password.pdf': 'is a PDF that opens only with a password',
  'scan.pdf': 'is a scan',
  'page.vtt': 'is a web page',
  'picture.txt': 'is a picture',
  'sheet.ods': 'is an OpenDocument spreadsheet',
  'sound-named.srt': 'is a recording, not a transcript',
  'table.xlsx': 'is an Excel workbook',
  'talk.pptx': 'is a PowerPoint presentation',
  'times-of-a-book.smil': 'contains only times',
  'turns.rttm': 'is an RTTM file: it says who speaks when, but holds no words',
  'unknown.json': 'is JSON, but no transcript was found in it',
  'unknown.xml': 'is HTML or XML with a structure that is not supported',
  'utf-32.srt': 'is in UTF-32',
}

test.each(fixturesOf('refused'))('%s is refused with its name and the reason', async (name) => {
  const reading = await readFixture(`refused/${name}`)
  expectSound(reading)
  expect(reading.problems).toHaveLength(1)
  expect(reading.problems[0]!.message).toContain(
    `${name} ${reasons[name] ?? 'needs a reason here'}`,
  )
})

test('a refusal says what to do', async () => {
  const { problems } = await readFixture('refused/notes.docx')
  expect(problems[0]!.message).toBe(
    'notes.docx is a Word document. Save it as plain text (.txt) or SubRip (.srt) and open that.',
  )
})

test('a file without a name is “This file”', async () => {
  const { problems } = await readTranscript(new Uint8Array())
  expect(problems[0]!.message).toBe('This file is empty. Choose another file.')
})

test('a file of more than 64 MB is refused before it is decoded', async () => {
  const { problems } = await readTranscript(new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20))
  expect(problems[0]!.code).toBe('file-too-large')
})

test('a name in a message is one line, of a length that can be read', async () => {
  const { problems } = await readText('', { fileName: `a\n\u202e${'b'.repeat(300)}.srt` })
  expect(problems[0]!.message).toMatch(/^ab+…b+\.srt is empty/)
})

test('a format that is not known is named', async () => {
  const { problems } = await readText('hello', { format: 'wax-cylinder' })
  expect(problems[0]!.message).toContain('“wax-cylinder”')
})
