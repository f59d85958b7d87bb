import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('speakers are joined by the times of their words, and hesitations can be read', async () => {
  const segments = await segmentsOf('watson/speaker-labels.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.5, 2.3, 'Speaker 0', 'so [hesitation] the well is dry'],
    [3, 3.5, 'Speaker 2', 'is it'],
    [3.9, 4.3, 'Speaker 0', 'yes'],
  ])
  expect(segments[0]?.spoken[1]).toEqual({ text: '[hesitation]', start: 0.8, end: 1.2 })
  expect(segments[0]?.words[5]?.confidence).toBe(0.7)
  const { problems } = await readFixture('watson/speaker-labels.json')
  expect(problems).toEqual([])
})

test('the text is the formatted one; words it no longer has are counted', async () => {
  const [segment] = await segmentsOf('watson/smart-formatting.json')
  expect(segment?.text).toBe('It cost $20, Ana.')
  expect(segment?.spoken.map(({ text }) => text)).toEqual(['It', 'cost', 'Ana'])
  const { problems } = await readFixture('watson/smart-formatting.json')
  expect(problems).toMatchObject([{ code: 'word-unplaced' }])
})

test('the answers of a job are one transcript, without what was not final', async () => {
  const segments = await segmentsOf('watson/job-with-answers.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'first'],
    [1, 'second'],
  ])
  const { problems } = await readFixture('watson/job-with-answers.json')
  expect(problems.map(({ code }) => code)).toEqual(['result-unfinished'])
})

test('text without timestamps is shown, and said to have no times', async () => {
  const { transcript, problems, candidates } = await readFixture('watson/without-timestamps.json')
  expect(transcript?.segments[0]?.text).toBe('no times were asked for')
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
  expect(candidates[0]?.score).toBe('likely')
})

test('wrong types lose only what they spoil', async () => {
  const segments = await segmentsOf('watson/wrong-types.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([[1, 'kept too last']])
})
