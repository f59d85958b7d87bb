import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('words are punctuated, and speakers found by the middle of a word', async () => {
  const segments = await segmentsOf('kaldi-json/segmentation-names-speakers.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.5, 1.5, 'S0', 'The tide turned.'],
    [2.9, 3.6, 'S1', 'Did it?'],
  ])
  expect(segments[0]?.spoken[2]).toEqual({ text: 'turned.', start: 1.1, end: 1.5 })
  expect(segments[0]?.words[0]?.confidence).toBe(0.68)
  const { problems } = await readFixture('kaldi-json/segmentation-names-speakers.json')
  expect(problems).toEqual([])
})

test('the wrapping may be missing', async () => {
  const segments = await segmentsOf('kaldi-json/without-wrapping.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([[1, 'Plain words.']])
})

test('words without punctuation are divided by pauses', async () => {
  const segments = await segmentsOf('kaldi-json/no-punctuation-and-a-pause.json')
  expect(segments.map(({ text }) => text)).toEqual(['before', 'after'])
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('kaldi-json/wrong-types.json')
  expect(segment).toMatchObject({ text: 'kept too', start: 1, speaker: 'Speaker 9' })
})
