import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('captions that roll end where the next begins, and have a time for each word', async () => {
  const segments = await segmentsOf('youtube-json3/rolling-words.json3')
  expect(segments.map(({ start, end, text, kind }) => [start, end, text, kind])).toEqual([
    [0.04, 2.11, 'frost on the panes', 'speech'],
    [2.11, 5.11, 'and silence', 'speech'],
    [6, 7, '[Music]', 'sound'],
  ])
  expect(segments[0]?.spoken).toEqual([
    { text: 'frost', start: 0.04, end: 0.28 },
    { text: 'on', start: 0.28, end: 0.44 },
    { text: 'the', start: 0.44, end: 0.56 },
    { text: 'panes', start: 0.56, end: 2.11 },
  ])
  expect(segments[0]?.words.map(({ confidence }) => confidence)).toEqual([
    1,
    undefined,
    0.2,
    undefined,
  ])
  const { problems } = await readFixture('youtube-json3/rolling-words.json3')
  expect(problems).toEqual([])
})

test('captions people wrote keep their lines and their times', async () => {
  const segments = await segmentsOf('youtube-json3/manual-captions.json')
  expect(segments.map(({ start, end, text }) => [start, end, text]).slice(0, 2)).toEqual([
    [1, 4, 'Ladders lean\nagainst the barn.'],
    [3.5, 5, 'They overlap.'],
  ])
  expect(segments[0]?.words).toEqual([])
  const { problems } = await readFixture('youtube-json3/manual-captions.json')
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('text that is appended is text', async () => {
  const segments = await segmentsOf('youtube-json3/text-in-an-append-event.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'First'],
    [1, 'second'],
    [null, 'never'],
  ])
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('youtube-json3/wrong-types.json')
  expect(segment?.text).toBe('kept word')
  expect(segment?.spoken.map(({ text, start }) => [text, start])).toEqual([['word', 0.6]])
})
