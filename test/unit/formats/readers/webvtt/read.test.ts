import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('comments, styles, regions, settings and numbers are not shown', async () => {
  const segments = await segmentsOf('webvtt/all-in-order.vtt')
  expect(segments.map(({ start, end, text, kind }) => [start, end, text, kind])).toEqual([
    [0, 2.5, 'The kettle is on.', 'speech'],
    [2.5, 5, 'Tea & toast, then <work>.', 'speech'],
    [5, 7, '[door slams]', 'sound'],
    [7, 9, 'Bonne chance !', 'speech'],
  ])
})

test('the header names the language, and a cue in another has its own', async () => {
  const { transcript, problems } = await readFixture('webvtt/all-in-order.vtt')
  expect(transcript?.language).toBe('en-GB')
  expect(transcript?.segments.map((segment) => segment.language)).toEqual([
    undefined,
    undefined,
    undefined,
    'fr',
  ])
  expect(problems).toMatchObject([{ code: 'style-not-shown', line: 7 }])
})

test('voices in one cue share its time as its timestamps say', async () => {
  const segments = await segmentsOf('webvtt/voices.vtt')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0, 2, 'Ada Lovelace', 'Shall we begin?'],
    [2, 4, 'Charles', 'We shall.'],
    [4, 6, 'Ada Lovelace', 'Good.'],
    [6, 8, 'Charles', 'Both of us'],
    [6, 8, 'Ada Lovelace', 'at once'],
  ])
})

test('a stretch between timestamps is a word, and a stretch of blanks is silence', async () => {
  const [segment] = await segmentsOf('webvtt/words.vtt')
  expect(segment?.text).toBe('Slowly the big door opens')
  expect(segment?.spoken).toEqual([
    { text: 'Slowly', start: 1, end: 1.8 },
    { text: 'the', start: 2.2, end: 2.5 },
    { text: 'big door', start: 2.5, end: 3.5 },
    { text: 'opens', start: 3.5, end: 5 },
  ])
})

test('captions that roll show each line once, with its words', async () => {
  const segments = await segmentsOf('webvtt/rolling.vtt')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [0.16, 'rain on the roof'],
    [2.399, 'all night long'],
    [4.56, 'and more'],
  ])
  expect(segments[1]?.spoken).toEqual([
    { text: 'all', start: 2.399, end: 2.72 },
    { text: 'night', start: 2.72, end: 3.1 },
    { text: 'long', start: 3.1, end: 4.55 },
  ])
})

test('a line said twice is kept twice where captions do not roll', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n00:02.000 --> 00:03.000\nYes.\n\n00:03.000 --> 00:04.000\nYes.\n',
  )
  expect(transcript?.segments).toHaveLength(3)
})

test('times WebVTT does not allow are repaired, and counted', async () => {
  const segments = await segmentsOf('webvtt/short-timestamps.vtt')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [0.86, 7.38],
    [7.38, 9.46],
    [199.46, 204.66],
  ])
  const { problems } = await readFixture('webvtt/short-timestamps.vtt')
  expect(problems).toMatchObject([{ code: 'cue-repaired', severity: 'warning', line: 3 }])
  expect(problems[0]!.message).toContain('3 cues of 3')
})

test('a missing header is said, and costs nothing', async () => {
  const { transcript, problems } = await readFixture('webvtt/header-missing.vtt')
  expect(transcript?.segments).toHaveLength(2)
  expect(problems.map((problem) => problem.code)).toEqual(['header-missing'])
})

test('the number of the next cue is no text where the blank line is missing', async () => {
  const segments = await segmentsOf('webvtt/blank-line-missing.vtt')
  expect(segments.map((segment) => segment.text)).toEqual(['One.', 'Two.'])
})

test('a file named chapters holds chapters, also as JSON', async () => {
  const { transcript } = await readFixture('webvtt/chapters.vtt')
  expect(transcript?.segments).toEqual([])
  expect(transcript?.chapters).toEqual([
    { start: 0, title: 'Beginning' },
    { start: 60, title: 'Middle' },
    { start: 300, title: 'The & End' },
  ])
})

test('the header can say that it holds chapters', async () => {
  const { transcript } = await readText('WEBVTT\nKind: chapters\n\n00:00.000 --> 00:01.000\nOne')
  expect(transcript?.chapters).toEqual([{ start: 0, title: 'One' }])
})

test('a bracket that begins no tag stays text', async () => {
  const segments = await segmentsOf('webvtt/bracket-open.vtt')
  expect(segments.map((segment) => segment.text)).toEqual(['three < five, they say', 'I <3 you'])
})

test('a time no recording could have is named with its line', async () => {
  const { transcript, problems } = await readText(
    'WEBVTT\n\n00:00:00.000 --> 999999999999:00:00.000\nx',
  )
  expect(transcript?.segments[0]).toMatchObject({ start: 0, end: 0.3 })
  expect(problems[0]).toMatchObject({ code: 'time-impossible', line: 3 })
})

test('an arrow in the text does not end it', async () => {
  const { transcript, problems } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\nfrom a --> b\nand on\n\n00:02.000 --> 00:03.000\nx',
  )
  expect(transcript?.segments[0]?.text).toBe('from a --> b\nand on')
  expect(problems[0]).toMatchObject({ code: 'arrow-in-text', line: 3 })
})

test('an arrow in a comment is a comment', async () => {
  const { transcript, problems } = await readText(
    'WEBVTT\n\nNOTE\nfrom a --> b\n\n00:02.000 --> 00:03.000\nx',
  )
  expect(transcript?.segments).toHaveLength(1)
  expect(problems).toEqual([])
})

test('a cue whose first word has a later time begins when the cue does', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:05.000\n<00:02.000>Late <00:03.000>words\n',
  )
  const [segment] = transcript!.segments
  expect([segment!.start, segment!.end]).toEqual([1, 5])
  expect(segment!.words.map(({ start, end }) => [start, end])).toEqual([
    [2, 3],
    [3, 5],
  ])
})

test('a voice without a name says that `Name:` is text', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v>Ada Lovelace: a life\n\n00:02.000 --> 00:03.000\nMore.\n',
  )
  expect(transcript!.speakers).toEqual([])
  expect(transcript!.segments.map(({ text }) => text)).toEqual(['Ada Lovelace: a life', 'More.'])
})

test('every name that HTML has for a character is read', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v &Zcaron;an>&clubs; &NotEqualTilde; &notin; &notit; &copy 2 &nope;\n',
  )
  expect(transcript!.segments[0]!.text).toBe('♣ ≂̸ ∉ ¬it; © 2 &nope;')
  expect(transcript!.speakers.map(({ name }) => name)).toEqual(['Žan'])
})

test('a speaker’s name is shown with single blanks', async () => {
  const { transcript } = await readText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada \t Lovelace>Hello.\n',
  )
  expect(transcript!.speakers.map(({ name }) => name)).toEqual(['Ada Lovelace'])
})
