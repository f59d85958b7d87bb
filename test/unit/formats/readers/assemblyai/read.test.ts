import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('milliseconds become seconds, and letters speakers', async () => {
  const segments = await segmentsOf('assemblyai/words-in-milliseconds.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.17, 1.4, 'Speaker A', 'The gate was open.'],
    [1.6, 2.7, 'Speaker B', 'Nobody had closed it.'],
  ])
  expect(segments[0]?.spoken[1]).toEqual({ text: 'gate', start: 0.3, end: 0.718 })
  expect(segments[0]?.words[1]?.confidence).toBe(0.91)
  const { transcript, problems } = await readFixture('assemblyai/words-in-milliseconds.json')
  expect(transcript?.language).toBe('en-US')
  expect(problems).toEqual([])
})

test('utterances begin segments, names stay names, and chapters are sorted', async () => {
  const segments = await segmentsOf('assemblyai/utterances-and-chapters.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.1, 0.4, 'Speaker A', 'Ja.'],
    [0.5, 1.9, 'Speaker A', 'und dann'],
    [2, 3, 'Frau Meier', 'Gut so.'],
  ])
  const { transcript } = await readFixture('assemblyai/utterances-and-chapters.json')
  expect(transcript?.chapters).toEqual([
    { start: 0.1, title: 'How it began' },
    { start: 9, title: 'later' },
  ])
})

test('the answer of the paragraphs endpoint is a transcript too', async () => {
  const segments = await segmentsOf('assemblyai/paragraphs-endpoint.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'One lamp.'],
    [1, 'Two.'],
  ])
})

test('channels are named where speakers are not', async () => {
  const segments = await segmentsOf('assemblyai/channels.json')
  expect(segments.map(({ speaker }) => speaker)).toEqual(['Channel 1', 'Channel 2'])
})

test('words alone are possibly AssemblyAI’s where they count milliseconds', async () => {
  const { candidates, transcript } = await readFixture('assemblyai/words-alone.json')
  expect(candidates).toMatchObject([{ format: 'assemblyai', score: 'possible' }])
  expect(transcript?.segments[0]).toMatchObject({ start: 0.5, end: 1.5 })
})

test.each([
  '{"language_code":"en","text":"a","words":[{"text":"a","start":0,"end":1,"type":"word","speaker_id":"s"}]}',
  '{"words":[{"text":"a","start":0.5,"end":1,"confidence":1}]}',
  '{"text":"a","segments":[{"start":0,"end":1,"text":"a"}],"words":[{"text":"a","start":0,"end":1}]}',
])('%s is not AssemblyAI’s', async (text) => {
  const { candidates } = await readText(text)
  expect(candidates.map(({ format }) => format)).not.toContain('assemblyai')
})

test('text without words is shown, and said to have no times', async () => {
  const { transcript, problems } = await readFixture('assemblyai/text-without-words.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Nothing has a time here.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test('a transcription that is not finished, or failed, is said to be that', async () => {
  const unfinished = await readText('{"status":"processing","audio_url":"u","language_model":"m"}')
  expect(unfinished.problems.map(({ code }) => code)).toEqual(['transcription-unfinished'])
  const failed = await readText('{"status":"error","error":"No sound.","language_model":"m"}')
  expect(failed.problems[0]?.message).toContain('“No sound.”')
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('assemblyai/wrong-types.json')
  expect(segment).toMatchObject({ text: 'kept too', start: 0.1, end: 0.3 })
})
