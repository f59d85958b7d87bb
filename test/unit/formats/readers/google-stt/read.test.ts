import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

const turnsOf = async (name: string) => {
  const segments = await segmentsOf(`google-stt/${name}`)
  return segments.map(({ speaker, text, start, end }) => [speaker, text, start, end])
}

test('durations are strings, and a confidence of zero is none', async () => {
  const { transcript, problems } = await readFixture('google-stt/durations-as-strings.json')
  expect(transcript).toMatchObject({ language: 'en-GB', timing: 'word', speakers: [] })
  expect(transcript?.segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['the moss is wet', 0, 1.5],
    ['so tread slowly', 1.7, 3],
  ])
  expect(transcript?.segments[0]?.words[0]).toEqual({
    from: 0,
    to: 3,
    start: 0,
    end: 0.3,
    confidence: 0.8,
  })
  expect(transcript?.segments[0]?.words[1]).not.toHaveProperty('confidence')
  expect(problems).toEqual([])
})

test('gRPC libraries write seconds and nanos, and leave zeros out', async () => {
  const [segment] = await segmentsOf('google-stt/seconds-and-nanos.json')
  expect(segment?.spoken).toEqual([
    { text: 'Wet', start: 0, end: 0.4 },
    { text: 'moss.', start: 0.5, end: 61.25 },
  ])
  expect(segment?.speaker).toBeNull()
})

test('words that are repeated to tell who said them are shown once', async () => {
  expect(await turnsOf('diarised-last-result-repeats-all.json')).toEqual([
    ['Speaker 1', 'Which moss?', 0.5, 1.2],
    ['Speaker 2', 'This one.', 2, 2.7],
    ['Speaker 1', 'Ah.', 3, 3.3],
  ])
})

test('v2 has offsets, and leaves the first out where it is zero', async () => {
  expect(await turnsOf('offsets-of-v2.json')).toEqual([
    ['Speaker 1', 'So wet.', 0, 0.9],
    ['Speaker 2', 'Tread slowly.', 1, 2],
  ])
})

test('results without words begin where the one before ends, and the file says so', async () => {
  expect(await turnsOf('ends-of-results-only.json')).toEqual([
    [null, 'the moss is wet', 0, 2.5],
    [null, 'so tread slowly', 2.5, 5],
    [null, 'and nobody knows when', null, null],
  ])
  const { problems } = await readFixture('google-stt/ends-of-results-only.json')
  expect(problems).toMatchObject([{ code: 'start-from-ends', severity: 'note' }])
})

test('channels are speakers, and do not cut each other’s sentences', async () => {
  expect(await turnsOf('channels-that-speak-at-once.json')).toEqual([
    ['Channel 1', 'is it deep', 0, 2],
    ['Channel 2', 'oh yes', 0.6, 1.6],
  ])
})

test('readings and signs of blanks are taken off', async () => {
  const [segment] = await segmentsOf('google-stt/readings-behind-bars.json')
  expect(segment?.text).toBe('苔は濡れている')
  expect(segment?.spoken.map(({ text }) => text)).toEqual(['苔', 'は', '濡れて', 'いる'])
})

test('of a batch of recordings the first is shown, and the others are told', async () => {
  expect(await turnsOf('two-recordings-in-a-batch.json')).toEqual([[null, 'First moss', 0, 0.9]])
  const { problems } = await readFixture('google-stt/two-recordings-in-a-batch.json')
  expect(problems).toMatchObject([{ code: 'more-recordings', severity: 'warning' }])
})

test('streamed results that are taken back are not shown', async () => {
  expect(await turnsOf('streamed-with-interim-results.jsonl')).toEqual([
    [null, 'the moss', 0, 0.9],
    [null, 'is wet', 1, 1.6],
  ])
})

test('times of other kinds are dropped, and computed from their neighbours', async () => {
  const { transcript, problems } = await readFixture('google-stt/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ text }) => text).join(' ')).toBe('one two three four')
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})

test('IBM Watson’s results are not claimed', async () => {
  const { candidates } = await readText(
    '{"result_index":0,"results":[{"final":true,"alternatives":[{"transcript":"moss","timestamps":[["moss",0,1]]}]}]}',
  )
  expect(candidates.map(({ format }) => format)).not.toContain('google-stt')
})

test('a word without text is taken from the transcript, else it is reported', async () => {
  const words = ['one', null, 'three'].map((word, at) => ({
    startTime: `${at}s`,
    endTime: `${at + 1}s`,
    word,
  }))
  const fileOf = (transcript: string) =>
    readText(JSON.stringify({ results: [{ alternatives: [{ transcript, words }] }] }))
  const whole = await fileOf('one two three')
  expect(whole.transcript?.segments.map(({ text }) => text)).toEqual(['one two three'])
  expect(whole.problems).toEqual([])
  const unclear = await fileOf('one and two three')
  expect(unclear.transcript?.segments.map(({ text }) => text)).toEqual(['one three'])
  expect(unclear.problems).toMatchObject([{ code: 'word-missing', severity: 'warning' }])
})
