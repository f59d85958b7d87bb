import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('the header gives the title, and is no text', async () => {
  const { transcript, problems } = await readFixture('subviewer/header-with-title.sub')
  expect(problems).toEqual([])
  expect(transcript?.title).toBe('The Long Tea Break')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1, 2.5, 'The kettle is on.'],
    [2.5, 4.05, 'Two lines\nof tea'],
  ])
})

test.each([
  ['header-missing.sub', [1, 2.5, 4]],
  ['thousandths-and-closed-section.sub', [0, 2.68, 5.88]],
  ['colon-before-hundredths.sub', [1.5, 2.25, 3]],
])('%s has its times', async (name, times) => {
  const [first, second] = await segmentsOf(`subviewer/${name}`)
  expect([first?.start, second?.start, second?.end]).toEqual(times)
})

test('without a title there is none', async () => {
  const { transcript } = await readText(
    '[INFORMATION]\n[TITLE]\n[AUTHOR]\n[SUBTITLE]\n00:00:01.00,00:00:02.00\nHi',
  )
  expect(transcript?.title).toBeUndefined()
})

test('the end of its section is no text', async () => {
  const segments = await segmentsOf('subviewer/thousandths-and-closed-section.sub')
  expect(segments.at(-1)?.text).toBe('And a header\nin front.')
})
