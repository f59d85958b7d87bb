import { expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('blanks are where the file puts them, and marks belong to the word before them', async () => {
  const segments = await segmentsOf('rev-ai/blanks-are-elements.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.3, 1.2, 'Speaker 0', 'Well, twenty-five.'],
    [1.5, 1.8, 'Speaker 0', '“Stop”!'],
    [2.5, 2.9, 'Speaker 1', '<inaudible> Why?'],
  ])
  expect(segments[0]?.spoken).toEqual([
    { text: 'Well,', start: 0.3, end: 0.52 },
    { text: 'twenty-', start: 0.6, end: 0.9 },
    { text: 'five.', start: 0.9, end: 1.2 },
  ])
  expect(segments[0]?.words[2]?.confidence).toBe(0.5)
  expect(segments[2]?.spoken).toEqual([{ text: 'Why?', start: 2.5, end: 2.9 }])
  const { problems } = await readFixture('rev-ai/blanks-are-elements.json')
  expect(problems).toEqual([])
})

test('speakers have the names the file gives them, and monologues begin segments', async () => {
  const segments = await segmentsOf('rev-ai/speakers-have-names.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ines', 'Bread'],
    ['Ines', 'and'],
    ['Speaker 1', 'butter.'],
  ])
})

test('times by the clock are read too', async () => {
  const [segment] = await segmentsOf('rev-ai/clock-times.json')
  expect(segment).toMatchObject({
    text: 'We went by boat.',
    start: 60.25,
    end: 62.75,
    speaker: 'Tomas',
  })
})

test('words stay apart where the blanks were dropped', async () => {
  const [segment] = await segmentsOf('rev-ai/blanks-dropped.json')
  expect(segment?.text).toBe('No blanks, still words.')
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('rev-ai/wrong-types.json')
  expect(segment).toMatchObject({ text: 'here there', start: 1 })
  const { problems } = await readFixture('rev-ai/wrong-types.json')
  expect(problems.map(({ code }) => code)).toContain('time-dropped')
})

test('an element without a readable value keeps the words around it apart', async () => {
  const word = (value: string, ts: number) => ({ type: 'text', value, ts, end_ts: ts + 1 })
  const blank = { type: 'punct', value: ' ' }
  const elements = [
    word('one', 1),
    blank,
    word('two', 2),
    { type: 'punct', value: {} },
    word('three', 3),
  ]
  const json = JSON.stringify({ monologues: [{ speaker: 0, elements }] })
  const { transcript } = await readTranscript(new TextEncoder().encode(json))
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['one two three'])
})
