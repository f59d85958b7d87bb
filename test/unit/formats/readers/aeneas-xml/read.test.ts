import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('fragments are segments, their lines stay lines', async () => {
  const segments = await segmentsOf('aeneas-xml/lines-and-no-children.xml')
  expect(segments.map(({ text, start, end, language }) => [text, start, end, language])).toEqual([
    ['The lamp is lit,\nthe room is warm.', 0, 2.5, undefined],
    ['Bonsoir.', 2.5, 4, 'fr'],
  ])
})

test('of three levels the sentences are shown, with their words', async () => {
  const segments = await segmentsOf('aeneas-xml/words-in-sentences-in-paragraphs.xml')
  expect(segments.map(({ text, spoken }) => [text, spoken])).toEqual([
    [
      'Rain came.',
      [
        { text: 'Rain', start: 0, end: 0.8 },
        { text: 'came.', start: 0.8, end: 1.5 },
      ],
    ],
    [
      'It stayed.',
      [
        { text: 'It', start: 1.5, end: 2 },
        { text: 'stayed.', start: 2, end: 4 },
      ],
    ],
  ])
})

test('a begin that is no number loses the time, not the text', async () => {
  const { transcript, problems } = await readFixture('aeneas-xml/begin-is-no-number.xml')
  expect(transcript?.segments).toMatchObject([
    { text: 'No begin.', start: null },
    { text: 'Fine.' },
  ])
  expect(problems.map(({ line }) => line)).toContain(2)
})

test('what is whole before a file breaks off is read', async () => {
  const { transcript, problems } = await readFixture('aeneas-xml/breaks-off.xml')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Whole.'])
  expect(problems).toMatchObject([{ code: 'xml-truncated', line: 3 }])
})
