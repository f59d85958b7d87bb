import { expect, test } from 'vitest'
import { readFixture } from '../../fixtures.ts'

test('mp4chaps', async () => {
  const { transcript, problems } = await readFixture('chapter-list/mp4chaps.txt')
  expect(transcript).toMatchObject({
    timing: 'none',
    chapters: [
      { start: 0, title: 'Opening' },
      { start: 21, title: 'The weather' },
      { start: 242, title: 'What is a weir?' },
      { start: 570, title: 'Links' },
    ],
  })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('OGM', async () => {
  const { transcript, problems } = await readFixture('chapter-list/ogm.txt')
  expect(transcript).toMatchObject({
    timing: 'none',
    chapters: [
      { start: 0, title: 'The weir' },
      { start: 250.5, title: 'High water' },
      { start: 525.125, title: 'Low water (end)' },
    ],
  })
  expect(problems.map(({ code }) => code)).toEqual([])
})
