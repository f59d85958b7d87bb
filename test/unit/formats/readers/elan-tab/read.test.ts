import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a tier with the times of another is not shown', async () => {
  expect(await linesOf('elan-tab/gloss-tier.txt')).toEqual([
    '1.23–3.41 Ann: So where is it now?',
    '3–4.95 Ben: In the shed.',
    '5.1–6 Ann: Oh.',
  ])
  const { transcript, problems } = await readFixture('elan-tab/gloss-tier.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})

test('each time may stand in three formats', async () => {
  expect(await linesOf('elan-tab/three-formats-durations-and-gloss.txt')).toEqual([
    '1.23–3.41 Mira: The ferry is late.',
    '3.5–4 Bo: Again.',
  ])
  const { transcript, problems } = await readFixture(
    'elan-tab/three-formats-durations-and-gloss.txt',
  )
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['tiers-left-out'])
})
