import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('the unit is hundredths', async () => {
  expect(await linesOf('jacosub/hundredths.jss')).toEqual([
    '1–2.1 We walked home.',
    '3–3.9 It rained.\nAnd rained.',
  ])
  const { transcript, problems } = await readFixture('jacosub/hundredths.jss')
  expect(transcript).toMatchObject({ title: 'Walk', timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('units, shifts, comments and codes are no text', async () => {
  expect(await linesOf('jacosub/shift-units-and-comments.jss')).toEqual([
    '1–3 The ferry is late.',
    '5.5–7 Again, and again.',
  ])
  const { transcript, problems } = await readFixture('jacosub/shift-units-and-comments.jss')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})
