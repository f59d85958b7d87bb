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

test('a name without text behind it is said', async () => {
  const { problems } = await readFixture('podcasting-html/breaks-off.html')
  expect(problems.map(({ message }) => message)).toContain(
    '1 name without text behind it (“Lee”) is not shown. If the page breaks off there, save it again.',
  )
})
