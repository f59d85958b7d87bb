import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('all text is kept, and words that were not found have no time', async () => {
  const segments = await segmentsOf('gentle/words-not-found.json')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0.2, 1.2, 'Moonlight fell, softly.'],
    [2, 4.4, '😀 The owls — Zbigniew’s owls — called.'],
  ])
  expect(segments[1]?.spoken).toEqual([
    { text: 'The', start: 2, end: 2.2 },
    { text: 'owls', start: 2.2, end: 2.7 },
    { text: 'Zbigniew’s', start: 2.8, end: 3.3 },
    { text: 'called', start: 4, end: 4.4 },
  ])
  const { problems } = await readFixture('gentle/words-not-found.json')
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    [
      'word-not-heard',
      '2 words of the text were not found in the recording; they are shown but not highlighted.',
    ],
  ])
})

test('words that are not in the text are counted', async () => {
  const segments = await segmentsOf('gentle/disfluencies.json')
  expect(segments.map(({ text }) => text)).toEqual(['Just so.'])
  const { problems } = await readFixture('gentle/disfluencies.json')
  expect(problems.map(({ code }) => code)).toEqual(['word-not-in-text'])
})

test('a text that is not the recording’s is shown without times', async () => {
  const { transcript, problems } = await readFixture('gentle/nothing-found.json')
  expect(transcript?.timing).toBe('none')
  expect(transcript?.segments.map(({ text }) => text)).toEqual([
    'Another text altogether.',
    'Read by nobody.',
  ])
  expect(problems.map(({ code }) => code)).toEqual(['word-not-heard', 'no-times'])
})

test('wrong types lose only what they spoil', async () => {
  const [segment] = await segmentsOf('gentle/wrong-types.json')
  expect(segment).toMatchObject({ text: 'kept too', start: 0.5 })
})
