import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('sentences have words with times, also where an apostrophe joins two', async () => {
  const segments = await segmentsOf('readalong/translated.readalong')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ["L'hiver vient.", 0.5, 2],
    ['Allume la lampe !', 2.5, 4.5],
  ])
  expect(segments[0]!.spoken).toEqual([
    { text: 'L', start: 0.5, end: 0.75 },
    { text: 'hiver', start: 0.75, end: 1.25 },
    { text: 'vient', start: 1.25, end: 2 },
  ])
})

test('a translation is counted, not read between the lines', async () => {
  const { transcript, problems } = await readFixture('readalong/translated.readalong')
  expect(transcript?.language).toBe('fr')
  expect(problems).toMatchObject([{ code: 'text-not-aligned', severity: 'note', line: 8 }])
})

test('paragraphs without sentences are segments, timed or not', async () => {
  const segments = await segmentsOf('readalong/words-without-sentences.readalong')
  expect(segments.map(({ text, start, words }) => [text, start, words.length])).toEqual([
    ['Un pas', 1, 2],
    ['Sans mots.', null, 0],
  ])
})

test('a time that is no number loses the time, not the word', async () => {
  const segments = await segmentsOf('readalong/times-that-are-none.readalong')
  expect(segments[0]).toMatchObject({ text: 'Odd but whole.', start: 1 })
  expect(segments[0]!.spoken.map(({ text, start }) => [text, start])).toEqual([
    ['but', 1],
    ['whole', 2],
  ])
})

test('what is whole before a file breaks off is read', async () => {
  const { transcript, problems } = await readFixture('readalong/breaks-off.readalong')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Whole.'])
  expect(problems[0]).toMatchObject({ code: 'xml-truncated', line: 3 })
})
