import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

const turnsOf = async (name: string) => {
  const segments = await segmentsOf(`azure-speech/${name}`)
  return segments.map(({ speaker, text, start, end }) => [speaker, text, start, end])
}

test('words are taken as they are shown, in ticks of 100 nanoseconds', async () => {
  const { transcript, problems } = await readFixture('azure-speech/display-words.json')
  expect(transcript).toMatchObject({ language: 'en-GB', timing: 'word' })
  expect(problems).toEqual([])
  const [segment] = await segmentsOf('azure-speech/display-words.json')
  expect(segment).toMatchObject({ text: 'At 12, the owl hoots.', start: 0.76, end: 2.6 })
  expect(segment?.spoken).toEqual([
    { text: 'At', start: 0.76, end: 0.96 },
    { text: '12,', start: 0.96, end: 1.36 },
    { text: 'the', start: 1.4, end: 1.5 },
    { text: 'owl', start: 1.5, end: 1.9 },
    { text: 'hoots.', start: 1.9, end: 2.5 },
  ])
})

test('spoken words are found in what is shown; a number is not, and that is told', async () => {
  const [segment] = await segmentsOf('azure-speech/only-spoken-words.json')
  expect(segment?.spoken.map(({ text }) => text)).toEqual(['The', 'owl', 'hoots', 'at'])
  expect(segment?.words[0]?.confidence).toBe(0.7)
  const { problems } = await readFixture('azure-speech/only-spoken-words.json')
  expect(problems).toMatchObject([{ code: 'word-unplaced' }])
})

test('speakers are numbers, and what was not understood is counted', async () => {
  expect(await turnsOf('speakers-are-numbers.json')).toEqual([
    ['Speaker 1', 'Is it the owl?', 0, 1],
    ['Speaker 2', 'It is.', 1, 2],
  ])
  const { problems } = await readFixture('azure-speech/speakers-are-numbers.json')
  expect(problems).toMatchObject([{ code: 'phrase-not-recognised', severity: 'note' }])
})

test('channels that come one after the other are put in step', async () => {
  expect(await turnsOf('channels-one-after-the-other.json')).toEqual([
    ['Channel 0', 'Is it the owl?', 0, 1.5],
    ['Speaker 1 (channel 1)', 'It is.', 1.2, 2.2],
    ['Channel 0', 'And again.', 4, 5],
  ])
})

test('durations of ISO 8601 stand in for ticks', async () => {
  const { transcript, problems } = await readFixture('azure-speech/only-iso-durations.json')
  expect(transcript?.segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['Soon.', 1.2, 1.7],
    ['In ticks.', 5, 6],
    ['Late.', 3723.25, 3783.25],
    ['Whenever.', null, null],
  ])
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})

test('fast transcription has milliseconds, and a language for each phrase', async () => {
  const { transcript } = await readFixture('azure-speech/fast-transcription.json')
  expect(transcript?.language).toBe('en-US')
  expect(transcript?.segments.map(({ language }) => language)).toEqual([
    undefined,
    'fr-FR',
    undefined,
  ])
  const [segment] = await segmentsOf('azure-speech/fast-transcription.json')
  expect(segment).toMatchObject({ speaker: 'Speaker 1', start: 0.08, end: 0.98 })
  expect(segment?.spoken[3]).toEqual({ text: 'owl?', start: 0.48, end: 0.98 })
})

test('times of other kinds are dropped, and their text is kept', async () => {
  const { transcript, problems } = await readFixture('azure-speech/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [0.08, 'In a string.'],
    [null, 'Too early.'],
    [null, 'Without a time.'],
  ])
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})
