import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('times are tenths', async () => {
  expect(await linesOf('mpl2/tenths.txt')).toEqual([
    '1–2.1 We walked home.',
    '3–3.9 It rained.\nAnd rained.',
    '6–7.5 The end.',
  ])
  const { transcript, problems } = await readFixture('mpl2/tenths.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('a slash is italics, and an end may be missing', async () => {
  expect(await linesOf('mpl2/italics-and-missing-end.mpl')).toEqual([
    '0–2.5 The ferry\nis late.',
    '3.1–3.7 Bo: Again.',
  ])
  const { transcript, problems } = await readFixture('mpl2/italics-and-missing-end.mpl')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
