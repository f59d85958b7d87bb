import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('the last phrase may have no end', async () => {
  const { transcript, problems } = await readFixture('transformers-json/last-end-is-null.json')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 2.5, 'Wind from the west.'],
    [2.5, expect.closeTo(2.5 + 13 * 0.06), 'Rain at noon.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('words make sentences, and a last word without an end gets one that is marked', async () => {
  const segments = await segmentsOf('transformers-json/words-with-blanks.json')
  expect(segments.map(({ text }) => text)).toEqual(['Wind from the west.', 'Rain?'])
  expect(segments[0]?.spoken[3]).toEqual({ text: 'west.', start: 0.7, end: 1.3 })
  expect(segments[1]?.words).toMatchObject([{ start: 1.5, end: 1.8, estimated: true }])
})

test('words of a script without blanks get none', async () => {
  const segments = await segmentsOf('transformers-json/words-of-a-script-without-blanks.json')
  expect(segments.map(({ text }) => text)).toEqual(['西風が吹く。', '雨も降る。'])
  expect(segments[1]?.spoken.map(({ text }) => text)).toEqual(['雨', 'も', '降る。'])
})

test('a bare list of chunks is a transcript too', async () => {
  const segments = await segmentsOf('transformers-json/only-a-list-of-chunks.json')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [0, 2.5],
    [2.5, 4],
  ])
})

test('chunks that are repeated with speakers are shown once', async () => {
  const segments = await segmentsOf('transformers-json/chunks-again-with-speakers.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['SPEAKER_00', 'Wind from the west.'],
    ['SPEAKER_01', 'Rain at noon.'],
  ])
})

test('times of other kinds are dropped, and their text is kept', async () => {
  const { transcript, problems } = await readFixture('transformers-json/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [0, 'Wind from the west.'],
    [3, 'Rain at noon.'],
    [null, 'Fog.'],
    [null, 'Hail.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['time-dropped', 'text-empty']),
  )
})

test('chunks of something else are not claimed', async () => {
  const { format } = await readText('{"chunks":[{"text":"a page","page":1}],"text":"a page"}')
  expect(format).toBeNull()
})
