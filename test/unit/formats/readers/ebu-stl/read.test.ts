import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a header of blanks is enough', async () => {
  expect(await linesOf('ebu-stl/header-of-blanks.stl')).toEqual(['1–2 We walked home.'])
  const { transcript, problems } = await readFixture('ebu-stl/header-of-blanks.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('accents come before letters, and times count from the start of the programme', async () => {
  expect(await linesOf('ebu-stl/accents-and-programme-start.stl')).toEqual([
    '1–2.48 Die Fähre\nkommt spät.',
    '4–6 First half and the rest, café',
  ])
  const { transcript, problems } = await readFixture('ebu-stl/accents-and-programme-start.stl')
  expect(transcript).toMatchObject({ title: 'FERRY', language: 'de', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['times-from-start'])
})

test('the code table says Cyrillic', async () => {
  expect(await linesOf('ebu-stl/cyrillic-30-frames.stl')).toEqual(['1.5–2 Паром'])
  const { transcript, problems } = await readFixture('ebu-stl/cyrillic-30-frames.stl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})
