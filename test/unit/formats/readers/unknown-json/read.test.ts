import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

const readings: Readonly<Record<string, readonly unknown[][]>> = {
  'clock-times.json': [
    [1, 3, 'Ada', 'We walked home.'],
    [3, 3.6, 'Bob', 'It rained.'],
  ],
  'hundredths.json': [
    [1, 2.1, null, 'We walked home.'],
    [3, 3.9, null, 'It rained.'],
  ],
  'lists-without-keys.json': [
    [1, 2.1, null, 'We walked home.'],
    [3, 3.9, null, 'It rained.'],
  ],
  'milliseconds-and-durations.json': [
    [0, 1.2, null, 'Hello there friends'],
    [2, 2.9, null, 'Good morning'],
  ],
  'names-of-its-own.json': [
    [1, 2.1, 'Ada', 'We walked home.'],
    [3, 3.9, 'Bob', 'It rained all day.'],
  ],
  'only-text.json': [[null, null, null, 'We walked home. It rained the whole day long.']],
  'times-of-day.json': [
    [0, 4, 'Ada', 'We walked home today.'],
    [4, 4.96, 'Bob', 'It rained a lot.'],
  ],
  'words-in-turns.json': [
    [1, 1.6, 'Ada', 'We walked'],
    [3, 3.9, 'b', 'Rained'],
  ],
}

test.each(Object.keys(readings))('%s is read, and said to be a guess', async (name) => {
  const segments = await segmentsOf(`unknown-json/${name}`)
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual(
    readings[name],
  )
  const { problems } = await readFixture(`unknown-json/${name}`)
  expect(problems[0]).toMatchObject({ code: 'json-guessed', severity: 'warning' })
})

test('the warning names the list and the unit', async () => {
  const { problems } = await readFixture('unknown-json/hundredths.json')
  expect(problems[0]!.message).toBe(
    'hundredths.json is JSON of an unknown kind. 2 segments were read from “sections[].paras[].content”, with times in hundredths of a second. Check the text and the times, or export it as WebVTT (.vtt).',
  )
})

test.each([
  '{"name":"pkg","version":"1.0.0","deps":[{"name":"x","version":"1"},{"name":"y","version":"2"}]}',
  '{"items":[{"id":"a1","start":0,"url":"https://example.org/a b"},{"id":"a2","start":1,"url":"https://example.org/c d"}]}',
  '[{"a":1},{"a":2}]',
])('%s is no transcript', async (text) => {
  const { transcript, problems } = await readText(text)
  expect(transcript).toBeNull()
  expect(problems[0]?.code).toBe('format-unknown')
})

test.each([
  ['NaN', 4],
  ['NaN', 5],
  [-1, 5],
  [1e12, 0],
])('one impossible time (%s in place %i) does not hide the list', async (time, place) => {
  const items = Array.from({ length: 6 }, (_, at) => ({
    said: 'We walked home again.',
    at_ms: at === place ? time : at * 4000 + 1000,
    until_ms: at * 4000 + 3000,
  }))
  const { transcript } = await readText(JSON.stringify({ items }), { fileName: 'meeting.json' })
  expect(transcript!.segments).toHaveLength(6)
})
