import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('paragraphs begin segments, sentences end them, and punctuation belongs to its word', async () => {
  const segments = await segmentsOf('deepgram/paragraphs-and-speakers.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.1, 1.3, 'Speaker 0', 'The kettle is on.'],
    [1.5, 2.4, 'Speaker 1', 'Tea, then?'],
    [3, 3.2, 'Speaker 0', 'Yes,'],
    [3.3, 4.2, 'Speaker 0', 'and do sit down.'],
  ])
  expect(segments[0]?.spoken[3]).toEqual({ text: 'on.', start: 0.9, end: 1.3 })
  expect(segments[0]?.words[1]?.confidence).toBe(0.8)
  const { transcript, problems } = await readFixture('deepgram/paragraphs-and-speakers.json')
  expect(transcript?.language).toBe('en')
  expect(problems).toEqual([])
})

test('utterances begin segments, and one without words keeps its text and times', async () => {
  const segments = await segmentsOf('deepgram/utterances-cut-sentences.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [1, 2.2, 'Speaker 2', 'Rain came late'],
    [3, 3.9, 'Speaker 2', 'and stayed.'],
    [5, 6, 'Speaker 0', 'Words were left out here.'],
  ])
  const { transcript } = await readFixture('deepgram/utterances-cut-sentences.json')
  expect(transcript?.language).toBe('en-GB')
})

test('channels become speakers, in the order they speak', async () => {
  const segments = await segmentsOf('deepgram/two-channels.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Channel 1', 'Good morning.'],
    ['Channel 2', 'Hello.'],
    ['Channel 1', 'Who is it?'],
    ['Channel 2', 'The plumber.'],
  ])
  const { problems } = await readFixture('deepgram/two-channels.json')
  expect(problems).toEqual([])
})

test('speaker 0 of one channel is not speaker 0 of the other', async () => {
  const segments = await segmentsOf('deepgram/two-channels-with-speakers.json')
  expect(segments.map(({ speaker }) => speaker)).toEqual([
    'Channel 1, Speaker 0',
    'Channel 2, Speaker 0',
  ])
})

test('words without punctuation are divided by pauses', async () => {
  const segments = await segmentsOf('deepgram/whisper-without-punctuation.json')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0.06, 0.9, 'snow fell'],
    [4, 4.6, 'all night'],
  ])
})

test('a transcript without words is shown, and said to have no times', async () => {
  const { transcript, problems } = await readFixture('deepgram/transcript-without-words.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Only the text was kept.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('deepgram/wrong-types.json')
  expect(segment).toMatchObject({ text: 'left out', start: 1.5, end: 2, speaker: 'Channel 3' })
  expect(segment?.spoken).toEqual([{ text: 'left', start: 1.5, end: 2 }])
  const { problems } = await readFixture('deepgram/wrong-types.json')
  expect(problems.map(({ code }) => code)).toEqual(['time-dropped'])
})
