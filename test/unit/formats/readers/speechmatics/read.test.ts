import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('marks attach to the side the file says, and unknown speakers are nobody', async () => {
  const segments = await segmentsOf('speechmatics/second-version.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.5, 0.9, 'S1', 'Hola.'],
    [1.2, 2, 'S2', '¿Qué tal?'],
    [3, 3.4, null, 'Bien.'],
  ])
  expect(segments[1]?.spoken.map(({ text }) => text)).toEqual(['Qué', 'tal?'])
  expect(segments[1]?.words[1]?.confidence).toBe(0.7)
  const { transcript, problems } = await readFixture('speechmatics/second-version.json')
  expect(transcript?.language).toBe('es')
  expect(problems).toEqual([])
})

test('channels name speakers, and an entity is one word', async () => {
  const segments = await segmentsOf('speechmatics/channels-and-entity.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Agent', 'It costs $20'],
    ['Caller', 'Fine'],
  ])
  expect(segments[0]?.spoken[2]).toEqual({ text: '$20', start: 0.7, end: 1.5 })
  const { transcript } = await readFixture('speechmatics/channels-and-entity.json')
  expect(transcript?.language).toBe('en')
})

test('languages without blanks get none', async () => {
  const [segment] = await segmentsOf('speechmatics/no-blanks-between-words.json')
  expect(segment?.text).toBe('今天OK吗？')
})

test('the first version has strings, and speakers by time', async () => {
  const segments = await segmentsOf('speechmatics/first-version-strings.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.5, 1.1, 'M1', 'Two spoons.'],
    [2.1, 2.4, 'F2', 'Why?'],
  ])
  expect(segments[0]?.spoken[1]).toEqual({ text: 'spoons.', start: 0.7, end: 1.1 })
  expect(segments[0]?.words[1]?.confidence).toBe(0.8)
})

test('wrong types lose only what they spoil', async () => {
  const segments = await segmentsOf('speechmatics/wrong-types.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [0.5, 'still'],
    [null, 'here'],
  ])
})
