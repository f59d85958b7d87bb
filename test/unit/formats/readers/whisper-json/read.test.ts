import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('words are found in the segment’s text, with their confidence', async () => {
  const { transcript } = await readFixture('whisper-json/words-with-blanks.json')
  expect(transcript).toMatchObject({ language: 'en', timing: 'word' })
  expect(transcript?.segments[0]).toMatchObject({
    text: 'Good morning, all.',
    words: [
      { from: 0, to: 4, start: 0, end: 0.4, confidence: 0.98 },
      { from: 5, to: 13, start: 0.4, end: 0.9, confidence: 0.91 },
      { from: 14, to: 18, start: 1, end: 1.6, confidence: 0.5 },
    ],
  })
})

test('a word of no length gets an end that is marked as estimated', async () => {
  const { transcript } = await readFixture('whisper-json/words-with-blanks.json')
  const word = transcript?.segments[1]?.words[1]
  expect(word).toMatchObject({ start: 2.2, estimated: true })
  expect(word!.end).toBeGreaterThan(2.2)
})

test('whisper-timestamped calls a word text, and its probability confidence', async () => {
  const [segment] = await segmentsOf('whisper-json/timestamped-confidence.json')
  expect(segment?.spoken.map((word) => word.text)).toEqual(['Bonjour', 'à', 'tous.'])
  expect(segment?.words[1]?.confidence).toBe(1)
})

test('a word WhisperX has no time for gets one from its neighbours, marked as estimated', async () => {
  const segments = await segmentsOf('whisper-json/whisperx-number-without-times.json')
  expect(segments[0]?.text).toBe('In 1969 they landed.')
  expect(segments[0]?.spoken.map((word) => word.text)).toEqual(['In', '1969', 'they', 'landed.'])
  expect(segments[0]?.words.map((word) => word.estimated)).toEqual([
    undefined,
    true,
    undefined,
    undefined,
  ])
  expect(segments[0]?.words[1]).toMatchObject({ start: 0.7, end: 1.2 })
  expect(segments.map((segment) => segment.speaker)).toEqual(['SPEAKER_00', 'SPEAKER_01'])
})

test('a segment is split where its words change speakers', async () => {
  const segments = await segmentsOf('whisper-json/whisperx-speaker-changes-inside.json')
  expect(segments.map(({ speaker, text, start, end }) => [speaker, text, start, end])).toEqual([
    ['SPEAKER_00', 'Is it 7?', 0.5, 2],
    ['SPEAKER_01', 'It is.', 2, 2.6],
    ['SPEAKER_00', 'Then go.', 2.75, 4],
    ['SPEAKER_01', 'Gone.', 4, 5],
  ])
  expect(segments[0]?.spoken.map((word) => word.text)).toEqual(['Is', 'it', '7?'])
  expect(segments[2]?.spoken).toEqual([
    { text: 'Then', start: 2.75, end: 3 },
    { text: 'go.', start: 3, end: 3.5 },
  ])
})

test('words on top are found in the segments, though they lack punctuation', async () => {
  const segments = await segmentsOf('whisper-json/verbose-json-top-words.json')
  expect(segments.map((segment) => segment.spoken.map((word) => word.text))).toEqual([
    ['Hallo', 'Welt'],
    ['Wie', "geht's"],
  ])
})

test('OpenAI’s language names become tags', async () => {
  const { transcript } = await readFixture('whisper-json/verbose-json-top-words.json')
  expect(transcript?.language).toBe('de')
})

test('words without segments make a segment of each sentence', async () => {
  const segments = await segmentsOf('whisper-json/words-only.json')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 1.2, 'Stop here.'],
    [2, 3, 'Then go on.'],
  ])
})

test('times may be strings', async () => {
  const segments = await segmentsOf('whisper-json/segments-only.json')
  expect(segments.map(({ start, end, words }) => [start, end, words])).toEqual([
    [1.5, 2.5, []],
    [2.5, 4, []],
  ])
})

test('times that are none are dropped, and their text is kept', async () => {
  const { transcript, problems } = await readFixture('whisper-json/nan-times.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Not a number.'],
    [null, 'In quotes.'],
    [3, 'Negative.'],
    [null, 'Endless.'],
  ])
  expect(problems.map((problem) => problem.code)).toContain('time-dropped')
})

test('a file that breaks off gives its whole segments, and says where', async () => {
  const { transcript, problems } = await readFixture('whisper-json/breaks-off.json')
  expect(transcript?.segments.map((segment) => segment.text)).toEqual(['Whole.', 'Whole too.'])
  expect(problems[0]).toMatchObject({ code: 'json-truncated', line: 4 })
})

test('a comma too many is no damage', async () => {
  const { transcript, problems } = await readFixture('whisper-json/comma-too-many.json')
  expect(transcript?.segments.map((segment) => segment.text)).toEqual(['One.'])
  expect(problems).toEqual([])
})

test('a segment a line is a transcript too', async () => {
  const segments = await segmentsOf('whisper-json/one-segment-a-line.jsonl')
  expect(segments.map((segment) => segment.text)).toEqual(['One line,', 'one segment.'])
})

test('escapes cannot bring back what decoding cleans', async () => {
  const [segment] = await segmentsOf('whisper-json/escaped-surrogate.json')
  expect(segment?.text).toBe('a\uFFFDb é \uFFFD')
})

test('of damaged word times, order, length and emptiness are repaired, and no word is lost', async () => {
  const segments = await segmentsOf('whisper-json/damaged-times.json')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [1299, 1303],
    [1310, 1312],
    [1312, 1611],
    [1611, 1611.2],
  ])
  const [reversed, , tooLong, empty] = segments
  expect(reversed!.spoken.map(({ text }) => text)).toEqual([
    'lamp',
    'by',
    'green',
    'old',
    'an',
    'Was',
  ])
  expect(tooLong!.spoken.at(-1)).toEqual({ text: 'sit', start: 1312.4, end: 1312.7 })
  expect(tooLong!.words.at(-1)!.estimated).toBe(true)
  expect(empty!.spoken.map(({ start }) => start)).toEqual(Array.from({ length: 7 }, () => 1611.2))
})

test('text of the answer that no segment has is said', async () => {
  const { transcript, problems } = await readFixture('whisper-json/whisperkit-special-tokens.json')
  expect(transcript!.segments.map(({ text }) => text)).toEqual(['We walked home.'])
  expect(problems.map(({ message }) => message)).toEqual([
    '1 passage of the text of the file is in none of its segments and is not shown: “It rained.”. The file may have been cut off; export it again.',
  ])
})

test('the text before an edit of the segments is no loss', async () => {
  const segments = [
    { start: 0, end: 1, text: ' One.' },
    { start: 4, end: 5, text: ' Three.' },
  ]
  const missing = await readText(JSON.stringify({ text: ' One. Two. Three. Four.', segments }))
  expect(missing.problems).toMatchObject([{ code: 'text-in-no-segment' }])
  expect(missing.problems[0]!.message).toContain('2 passages')
  const edited = await readText(JSON.stringify({ text: ' One, two, tree.', segments }))
  expect(edited.problems).toEqual([])
})
