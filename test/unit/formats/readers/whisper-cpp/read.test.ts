import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('offsets are milliseconds', async () => {
  const { transcript, problems } = await readFixture('whisper-cpp/segments-only.json')
  expect(transcript).toMatchObject({ language: 'en', timing: 'segment' })
  expect(
    transcript?.segments.map(({ start, end, text, kind }) => [start, end, text, kind]),
  ).toEqual([
    [0, 2.48, 'The ferry leaves at nine.', 'speech'],
    [2.48, 5, '[BLANK_AUDIO]', 'sound'],
  ])
  expect(problems).toEqual([])
})

test('tokens make words, and the model’s own signs none', async () => {
  const [segment] = await segmentsOf('whisper-cpp/tokens-are-parts-of-words.json')
  expect(segment?.text).toBe("The ferryman's late, again.")
  expect(segment?.spoken).toEqual([
    { text: 'The', start: 0.12, end: 0.3 },
    { text: "ferryman's", start: 0.3, end: 1 },
    { text: 'late,', start: 1, end: 1.5 },
    { text: 'again.', start: 2, end: 2.5 },
  ])
  expect(segment?.words[1]?.confidence).toBeCloseTo(0.8)
})

test('letters that are split over tokens are spelled as the segment spells them', async () => {
  const reading = await readFixture('whisper-cpp/letters-split-over-tokens.json')
  expect(reading.encoding).toBe('utf-8')
  // the halves of letters are nowhere to be seen
  expect(reading.problems).toEqual([])
  const [segment] = await segmentsOf('whisper-cpp/letters-split-over-tokens.json')
  expect(segment?.text).toBe('Ahoy 🦑 there 🦀 🐚 mate')
  expect(segment?.spoken).toEqual([
    { text: 'Ahoy', start: 0, end: 0.5 },
    { text: '🦑', start: 0.5, end: 0.9 },
    { text: 'there', start: 1, end: 1.4 },
    { text: '🦀', start: 1.5, end: 1.7 },
    { text: '🐚', start: 1.7, end: 1.9 },
    { text: 'mate', start: 2, end: 2.4 },
  ])
})

test('each token is a word where the script has no blanks', async () => {
  const [segment] = await segmentsOf('whisper-cpp/script-without-blanks.json')
  expect(segment?.spoken.map(({ text, start }) => [text, start])).toEqual([
    ['渡', 0],
    ['し', 0.3],
    ['船', 0.5],
    ['は', 0.9],
    ['遅', 1.1],
    ['れて', 1.5],
    ['います。', 2],
  ])
})

test('a segment a word becomes turns', async () => {
  const segments = await segmentsOf('whisper-cpp/segment-a-word.json')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['The sea is calm.', 0, 1.2],
    ['Row on', 3.5, 4.3],
  ])
})

test('two channels are two speakers, and a question mark is none', async () => {
  const segments = await segmentsOf('whisper-cpp/two-channels.json')
  expect(segments.map(({ speaker }) => speaker)).toEqual(['Speaker 0', 'Speaker 1', null])
})

test('turns without names are told, not invented', async () => {
  const { transcript, problems } = await readFixture('whisper-cpp/turns-without-names.json')
  expect(transcript?.speakers).toEqual([])
  expect(problems).toMatchObject([{ code: 'turn-unnamed', severity: 'note' }])
})

test('a clock stands in for offsets that are missing', async () => {
  const { transcript, problems } = await readFixture('whisper-cpp/clock-in-place-of-offsets.json')
  expect(transcript?.segments.map(({ start, end }) => [start, end])).toEqual([
    [61.5, 63],
    [null, null],
  ])
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})

test('damage that is shown is said', async () => {
  const text = '{"transcription":[{"offsets":{"from":0,"to":900},"text":" Käse é ?"}]}'
  const bytes = new TextEncoder().encode(text)
  bytes[bytes.lastIndexOf(0x3f)] = 0xff
  const { transcript, problems } = await readTranscript(bytes)
  expect(transcript?.segments[0]?.text).toBe('Käse é \uFFFD')
  expect(problems.map(({ code }) => code)).toContain('encoding-damaged')
})
