import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('begin and end are read', async () => {
  expect(await linesOf('realtext/begin-and-end.rt')).toEqual([
    '1–2.1 We walked home.',
    '3–3.9 It rained.',
  ])
  const { transcript, problems } = await readFixture('realtext/begin-and-end.rt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the next begin is an end, and tags are no text', async () => {
  expect(await linesOf('realtext/next-begin-ends.rt')).toEqual([
    '1.5–4.25 The ferry\nis late.',
    '4.25–5.09 Again & again.',
  ])
  const { transcript, problems } = await readFixture('realtext/next-begin-ends.rt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
