import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a letter is prose', async () => {
  expect(await linesOf('rtf/hello.rtf')).toEqual(['– Hello'])
  const { transcript, problems } = await readFixture('rtf/hello.rtf')
  expect(transcript).toMatchObject({ timing: 'none' })
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test("code pages, f4's times, and notes that are not shown", async () => {
  expect(await linesOf('rtf/f4-times-fonts-and-notes.rtf')).toEqual([
    '0–4.6 I: Wann kommt die Fähre?',
    '4.6–9 B: Spät, “sehr” spät. {lacht}',
    '9–12.5 I: Паром?\nUnd dann?',
    '12.5–13.22 B: Nichts mehr.',
  ])
  const { transcript, problems } = await readFixture('rtf/f4-times-fonts-and-notes.rtf')
  expect(transcript).toMatchObject({ title: 'Interview 7', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([
    'notes-not-shown',
    'deleted-not-shown',
    'end-missing',
  ])
})

test('rows of a table are turns', async () => {
  expect(await linesOf('rtf/table-and-heading.rtf')).toEqual([
    '– Ferry',
    '1–5 Mira: The ferry is late.',
    '5–9 Bo: Café?',
    '9–9.3 Mira: No.',
  ])
  const { transcript, problems } = await readFixture('rtf/table-and-heading.rtf')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['times-missing', 'end-missing'])
})
