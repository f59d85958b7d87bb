import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('a name above a time in seconds speaks then', async () => {
  expect(await linesOf('markdown/times-in-seconds.md')).toEqual([
    '1–3.2 SPEAKER_00: We walked home.',
    '3.2–3.8 SPEAKER_01: It rained.',
  ])
  const { transcript, problems } = await readFixture('markdown/times-in-seconds.md')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
