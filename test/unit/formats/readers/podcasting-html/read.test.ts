import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('cite, time and p are who, when and what; a turn lasts until the next', async () => {
  const segments = await segmentsOf('podcasting-html/turns.html')
  expect(segments.map(({ text, speaker, start, end }) => [text, speaker, start, end])).toEqual([
    ["Good morning, it's early.", 'Kim', 0, 3723],
    ['So it is.\nA second paragraph.', 'Lee', 3723, expect.any(Number)],
  ])
})

test('a name may be missing, and a time that is none loses no text', async () => {
  const segments = await segmentsOf('podcasting-html/page-and-no-names.html')
  expect(segments.map(({ text, speaker, start, end }) => [text, speaker, start, end])).toEqual([
    ['Nobody’s line.', null, 5, 9],
    ['No time.', null, null, null],
    ['The end.', null, 9, expect.any(Number)],
  ])
  const { problems } = await readFixture('podcasting-html/page-and-no-names.html')
  expect(problems.map(({ code }) => code)).toContain('time-unreadable')
})

test('turns out of order are put in order', async () => {
  const segments = await segmentsOf('podcasting-html/out-of-order.html')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([
    ['Said first.', 1],
    ['Said later.', 9],
  ])
})
