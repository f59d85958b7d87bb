import { expect, test } from 'vitest'
import { linesOf, readFixture } from '../../fixtures.ts'

test('names without times are read', async () => {
  expect(await linesOf('podcasting-html/untimed.html')).toEqual([
    '– Ada Park: We walked home.',
    '– Bob Lee: It rained.',
  ])
  const { transcript, problems } = await readFixture('podcasting-html/untimed.html')
  expect(transcript).toMatchObject({ timing: 'none' })
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})
