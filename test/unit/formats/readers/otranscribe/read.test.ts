import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('a stamp begins what follows it', async () => {
  const segments = await segmentsOf('otranscribe/stamps.otr')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['First line.', 1.5, 4.25],
    ['Then more\non two lines.', 4.25, 9],
    ['Last.', 9, expect.any(Number)],
  ])
})

test('scripts and pictures are neither text nor run, and the recording it names is not opened', async () => {
  const segments = await segmentsOf('otranscribe/scripts-in-the-text.otr')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([['link', 2]])
})

test('a stamp that is no number is read by its letters', async () => {
  const segments = await segmentsOf('otranscribe/stamp-by-its-letters.otr')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([
    ['No stamp here.', null],
    ['By its letters.', 62],
  ])
})

test('what is whole before a file breaks off is read', async () => {
  const { transcript, problems } = await readFixture('otranscribe/breaks-off.otr')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Whole.'])
  expect(problems.map(({ code }) => code)).toContain('json-truncated')
})
