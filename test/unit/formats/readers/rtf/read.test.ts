import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

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
    'hidden-not-shown',
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

async function textsOf(body: string): Promise<string[]> {
  const { transcript } = await readText(`{\\rtf1\\ansi ${body}}`, { fileName: 'a.rtf' })
  return transcript!.segments.map(({ text }) => text)
}

test('a character of two bytes may be divided by a line break of the file', async () => {
  expect(await textsOf(String.raw`\ansicpg932 \'82` + '\n' + String.raw`\'a0\'82\'a2`)).toEqual([
    'あい',
  ])
})

test('the second byte of a character may be written as a letter or a sign', async () => {
  expect(await textsOf(String.raw`\ansicpg932 \'83e\'83\\xe`)).toEqual(['テソxe'])
})

test('text without a font has the character set of the default font', async () => {
  expect(
    await textsOf(
      String.raw`\deff1{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}\'cf\'e0{\f0 \'e9}\'f0`,
    ),
  ).toEqual(['Паéр'])
})

test('cells of a table in a table stand apart, and are read once', async () => {
  expect(
    await textsOf(
      String.raw`\trowd Mira\cell The\nestcell ferry\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par no}\cell\row`,
    ),
  ).toEqual(['Mira\tThe\tferry'])
})

test('the text of a box follows its paragraph', async () => {
  expect(
    await textsOf(
      String.raw`The ferry{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard A note.\par}}{\shprslt\par A note.\par}} is late.\par Again.\par`,
    ),
  ).toEqual(['The ferry is late.', 'A note.', 'Again.'])
})
