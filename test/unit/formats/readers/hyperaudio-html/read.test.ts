import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('words have milliseconds, and a speaker begins a segment and keeps it', async () => {
  const segments = await segmentsOf('hyperaudio-html/speakers.html')
  expect(segments.map(({ text, speaker, start, end }) => [text, speaker, start, end])).toEqual([
    ['The kettle sings.', 'Ada', 0.5, 1.5],
    ['Listen.', 'Ada', 2, 2.5],
    ['I do.', 'Ben', 3, 4],
  ])
  expect(segments[0]!.spoken[1]).toEqual({ text: 'kettle', start: 0.75, end: 1.25 })
})

test('of a page only what has times is read; a word without a length lasts until the next', async () => {
  const segments = await segmentsOf('hyperaudio-html/page-around-it.html')
  expect(segments.map(({ text }) => text)).toEqual(['one two & three'])
  expect(segments[0]!.words).toMatchObject([
    { start: 0, end: 0.5, estimated: true },
    { start: 0.5, estimated: true },
  ])
  const { problems } = await readFixture('hyperaudio-html/page-around-it.html')
  expect(problems).toMatchObject([{ code: 'text-untimed', line: 3 }])
})

test('a time that is no number loses the time, not the word', async () => {
  const [segment] = await segmentsOf('hyperaudio-html/times-that-are-none.html')
  expect(segment!.text).toBe('good odd fine')
  expect(segment!.spoken.map(({ text }) => text)).toEqual(['good', 'fine'])
})

test('what is whole before a page breaks off is read', async () => {
  const segments = await segmentsOf('hyperaudio-html/breaks-off.html')
  expect(segments.map(({ text }) => text)).toEqual(['whole'])
})
