import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

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
    'notes-not-shown',
    'end-missing',
  ])
})
