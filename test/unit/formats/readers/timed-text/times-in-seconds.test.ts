import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('times may be seconds', async () => {
  expect(await linesOf('timed-text/times-in-seconds.txt')).toEqual([
    '0–1 We walked home.',
    '1–3.25 Home.',
    '3.25–3.85 It rained.',
  ])
  const { transcript, problems } = await readFixture('timed-text/times-in-seconds.txt')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
