import { expect, test } from 'vitest'
import { readTokens } from '#formats/textgrid/tokens.ts'
import { readFixture, segmentsOf } from '../fixtures.ts'

test('a tier of words gives times to the words of the utterances', async () => {
  const segments = await segmentsOf('textgrid/words-phones-and-utterances-long.TextGrid')
  expect(segments.map(({ text, start, end, speaker }) => [text, start, end, speaker])).toEqual([
    ['Dogs bark,', 0.4, 1.8, null],
    ['"loudly".', 1.8, 3, null],
  ])
  expect(segments.map(({ spoken }) => spoken)).toEqual([
    [
      { text: 'Dogs', start: 0.4, end: 0.9 },
      { text: 'bark', start: 0.9, end: 1.5 },
    ],
    [{ text: 'loudly', start: 2, end: 2.6 }],
  ])
})

test('tiers of sounds and measures are named, not shown', async () => {
  const { problems } = await readFixture('textgrid/words-phones-and-utterances-long.TextGrid')
  expect(problems).toMatchObject([{ code: 'tiers-left-out', severity: 'note' }])
  expect(problems[0]!.message).toContain('2 tiers of sounds, measures or notes (“phones”, “pitch”)')
})

test('words alone make segments at pauses, in the short format too, and zero is never negative', async () => {
  const segments = await segmentsOf('textgrid/short-negative-zero.TextGrid')
  expect(segments.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['one fish', 0, 1],
    ['two fish', 3, 4],
  ])
  expect(Object.is(segments[0]!.start, 0)).toBe(true)
})

test('UTF-16, as Praat writes it where a letter needs it', async () => {
  const segments = await segmentsOf('textgrid/utf-16-with-bom.TextGrid')
  expect(segments).toMatchObject([{ text: 'Grüße aus Köln.', start: 0, end: 1.25 }])
})

test('what follows a word on its second line is no part of it', async () => {
  const [segment] = await segmentsOf('textgrid/label-over-two-lines.TextGrid')
  expect(segment!.text).toBe('MOON RISES')
  expect(segment!.spoken.map(({ text }) => text)).toEqual(['MOON', 'RISES'])
  expect((await readFixture('textgrid/label-over-two-lines.TextGrid')).problems).toEqual([])
})

test('tiers of different names are speakers', async () => {
  const segments = await segmentsOf('textgrid/two-speakers.TextGrid')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ada', 'Are you there?'],
    ['Ben', 'I am.'],
  ])
})

test('an aligner’s tiers name their speakers before a dash', async () => {
  const segments = await segmentsOf('textgrid/aligner-speakers.TextGrid')
  expect(segments.map(({ speaker, text, start }) => [speaker, text, start])).toEqual([
    ['Ada', 'hello ben', 0],
    ['Ben', 'hello', 2],
  ])
})

test('tiers that share a name are all read, and name nobody', async () => {
  const segments = await segmentsOf('textgrid/all-tiers-of-one-name.TextGrid')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    [null, 'First.'],
    [null, 'Second.'],
  ])
})

test('what is whole in a file that breaks off is read', async () => {
  const { transcript, problems } = await readFixture('textgrid/breaks-off.TextGrid')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Whole.'])
  expect(problems).toMatchObject([{ code: 'textgrid-damaged', line: 20 }])
})

test('only what stands free is a number, and quotes are doubled', () => {
  const tokens = readTokens('xmin = 1.5 ! not 2\nintervals [3]: "a ""b""\nc" 4')
  expect(tokens.map(({ value, line }) => [value, line])).toEqual([
    [1.5, 1],
    ['a "b"\nc', 2],
    [4, 3],
  ])
})
