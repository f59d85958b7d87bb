import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('segments name their words by index', async () => {
  const { transcript, problems } = await readFixture('bedrock-audio/items-by-index.json')
  expect(transcript?.language).toBe('en')
  expect(problems).toEqual([])
  const segments = await segmentsOf('bedrock-audio/items-by-index.json')
  expect(segments.map(({ speaker, text, start, end }) => [speaker, text, start, end])).toEqual([
    ['spk_0', 'It flies.', 0, 0.7],
    ['spk_1', 'Where?', 0.9, 1.2],
  ])
  expect(segments[0]?.spoken).toEqual([
    { text: 'It', start: 0, end: 0.2 },
    { text: 'flies.', start: 0.2, end: 0.7 },
  ])
})

test('words without segments make sentences', async () => {
  const segments = await segmentsOf('bedrock-audio/items-without-segments.json')
  expect(segments.map(({ text, words }) => [text, words.length])).toEqual([
    ['It flies.', 2],
    ['Where?', 1],
  ])
})

test('segments without words are segments, each in its language', async () => {
  const { transcript } = await readFixture('bedrock-audio/segments-without-items.json')
  expect(transcript?.timing).toBe('segment')
  expect(transcript?.segments[1]).toMatchObject({ text: 'Où ça ?', language: 'fr' })
  expect(transcript?.speakers.map(({ name }) => name)).toEqual(['ch_1'])
})

test('values of other kinds are survived', async () => {
  const { transcript, problems } = await readFixture('bedrock-audio/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['It flies.'])
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['time-dropped', 'text-empty']),
  )
})
