import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a speaker without a name has the id', async () => {
  expect(await linesOf('folker/speaker-without-name.flk')).toEqual([
    '1–2.1 Ada: we walked home',
    '3–3.9 BOB: it rained',
  ])
  const { transcript, problems } = await readFixture('folker/speaker-without-name.flk')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('words, pauses and breath are written as in GAT', async () => {
  expect(await linesOf('folker/words-pauses-and-breath.flk')).toEqual([
    '0.5–2.5 Mira: °h die fähre (.) kommt [°h 0.5–0.7, die 0.7–1, fähre 1–1.5, (.) 1.5–1.875, kommt 1.875–2.5]',
    '2.5–3 ((hupe))',
  ])
  const { transcript, problems } = await readFixture('folker/words-pauses-and-breath.flk')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['time-estimated'])
})
