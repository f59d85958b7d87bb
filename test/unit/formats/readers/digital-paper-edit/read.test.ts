import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('paragraphs begin segments and say who speaks', async () => {
  const segments = await segmentsOf('digital-paper-edit/paragraphs-by-time.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [1.25, 1.9, 'Mara', 'Paint it'],
    [2, 2.4, 'Mara', 'blue'],
    [2.5, 2.9, 'TBC 2', 'Blue?'],
    [2.9, 3.3, 'TBC 2', 'Yes.'],
  ])
  expect(segments[0]?.spoken[1]).toEqual({ text: 'it', start: 1.5, end: 1.9 })
})

test('whole seconds are still seconds, and a project has a title', async () => {
  const { transcript, problems } = await readFixture('digital-paper-edit/whole-seconds.json')
  expect(transcript).toMatchObject({ title: 'Second interview', segments: [{ start: 1, end: 3 }] })
  expect(problems).toEqual([])
})

test('what is before the first paragraph is the first speaker’s', async () => {
  const segments = await segmentsOf('digital-paper-edit/words-before-paragraphs.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Oskar', 'Early'],
    ['Oskar', 'late'],
  ])
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('digital-paper-edit/wrong-types.json')
  expect(segment).toMatchObject({ text: 'kept', start: 1, speaker: null })
})
