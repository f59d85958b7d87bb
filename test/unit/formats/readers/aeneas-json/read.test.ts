import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('times are strings, lines stay lines, and blank fragments are nothing', async () => {
  const segments = await segmentsOf('aeneas-json/strings-and-lines.json')
  expect(segments.map(({ start, end, text, language }) => [start, end, text, language])).toEqual([
    [1.2, 3.68, 'Seven herons stood\nin the shallow water,', undefined],
    [3.68, 6, 'and one flew.', undefined],
    [6, 7, 'Adieu.', 'fr'],
  ])
  const { transcript, problems } = await readFixture('aeneas-json/strings-and-lines.json')
  expect(transcript?.language).toBe('en')
  expect(problems).toEqual([])
})

test('children that are single words are the words of their parent', async () => {
  const segments = await segmentsOf('aeneas-json/multilevel-words.json')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 1.5, 'Ink dries.'],
    [1.5, 5, 'Paper waits, still.'],
  ])
  expect(segments[1]?.spoken).toEqual([
    { text: 'Paper', start: 1.5, end: 2.5 },
    { text: 'waits,', start: 2.5, end: 3.5 },
    { text: 'still.', start: 3.5, end: 5 },
  ])
})

test('fragments of a word each become sentences', async () => {
  const segments = await segmentsOf('aeneas-json/a-word-a-fragment.json')
  expect(segments.map(({ text }) => text)).toEqual([
    'One word each.',
    'Then more words follow here.',
  ])
})

test('children nested a thousand deep are survived', async () => {
  const open = '{"begin":"0","end":"1","lines":["a b"],"children":['
  const { transcript } = await readText(`{"fragments":[${open.repeat(1000)}${']}'.repeat(1000)}]}`)
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['a b'])
})

test('wrong types lose only what they spoil', async () => {
  const segments = await segmentsOf('aeneas-json/wrong-types.json')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'kept'],
    [1, 'too and more'],
  ])
})
