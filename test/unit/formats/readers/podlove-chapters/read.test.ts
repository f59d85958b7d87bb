import { expect, test } from 'vitest'
import { readFixture } from '../../fixtures.ts'

test('chapters without a transcript are read', async () => {
  const { transcript, problems } = await readFixture('podlove-chapters/chapters.psc')
  expect(transcript).toMatchObject({
    timing: 'none',
    chapters: [
      { start: 8.25, title: 'Vorspann' },
      { start: 125, title: 'Die Mühle & der Fluss' },
      { start: 190.5, title: 'Übers Wehr' },
    ],
  })
  expect(problems.map(({ code }) => code)).toEqual([])
})
