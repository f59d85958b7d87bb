import { expect, test } from 'vitest'
import { parseLooseTiming } from '#formats/parsing/cues/loose-timing.ts'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('looks are taken off, and text is kept', async () => {
  const segments = await segmentsOf('subrip/usual.srt')
  expect(segments.map(({ start, end, text, kind }) => [start, end, text, kind])).toEqual([
    [1, 2.5, 'The kettle is on.', 'speech'],
    [2.5, 4, 'Two\nlines & more', 'speech'],
    [4, 6, '(laughter)', 'sound'],
  ])
})

test('times are read as found', async () => {
  const segments = await segmentsOf('subrip/times-as-found.srt')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [1.5, 2.25],
    [3, 4],
    [5, 6],
    [7, 8.5],
    [69, 70],
  ])
})

test('times in unusual signs are repaired with a warning', async () => {
  const { problems } = await readFixture('subrip/times-as-found.srt')
  expect(problems).toMatchObject([{ code: 'cue-repaired', line: 6 }])
  expect(problems[0]!.message).toContain('3 cues of 5')
})

test.each([
  '00:00:00,000 --> 00:00:01,000 --> 00:00:02,000',
  '2 -> 3',
  '1 --> 2',
  'see 00:01 --> 00:02',
  '00:01 00:02',
])('%j is text, not a time', (line) => {
  expect(parseLooseTiming(line)).toBeNull()
})

test('a blank line inside the text loses nothing, and a number alone can be text', async () => {
  const segments = await segmentsOf('subrip/blank-line-inside.srt')
  expect(segments.map((segment) => segment.text)).toEqual([
    'Before the blank line\nand after it.',
    '1984',
    'Last.',
  ])
})

test('numbers and blank lines may be missing', async () => {
  const segments = await segmentsOf('subrip/numbers-missing.srt')
  expect(segments.map((segment) => segment.text)).toEqual(['One.', 'Two.'])
})

test('cues out of order are sorted, and ends that cannot be are repaired', async () => {
  const segments = await segmentsOf('subrip/out-of-order-and-inverted.srt')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [1, 5],
    [5, 6],
    [8, expect.closeTo(8 + 28 * 0.06)],
  ])
  const { problems } = await readFixture('subrip/out-of-order-and-inverted.srt')
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['time-inverted', 6],
    ['time-empty', 10],
    ['order', 6],
  ])
})

test('names that begin the first cue mark turns', async () => {
  const segments = await segmentsOf('subrip/names-mark-turns.srt')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ada', 'When you first'],
    ['Ada', 'get started.'],
    ['Tom', 'Yes.'],
    ['Ada', 'Then'],
    ['Tom', 'no.'],
  ])
})

test.each([
  ['utf-16le-bom.srt', 'utf-16le', 'Äpfel und Öl'],
  ['utf-16be-no-bom.srt', 'utf-16be', 'Äpfel und Öl'],
  ['windows-1252.srt', 'windows-1252', '“Äpfel” – 5 €'],
  ['cr-only.srt', 'utf-8', 'Old Mac'],
  ['cr-cr-lf.srt', 'utf-8', 'Twice\nwritten'],
  ['decomposed.srt', 'utf-8', 'Café'],
])('%s is read in %s', async (name, encoding, text) => {
  const reading = await readFixture(`subrip/${name}`)
  expect(reading.encoding).toBe(encoding)
  expect(reading.transcript?.segments[0]?.text).toBe(text)
})

test('words on the timing line are text, coordinates are not', async () => {
  const { transcript } = await readText(
    '1\n00:00:01,000 --> 00:00:02,000 Hello\n\n2\n00:00:02,000 --> 00:00:03,000 X1:1 Y1:2\nthere',
  )
  expect(transcript?.segments.map((segment) => segment.text)).toEqual(['Hello', 'there'])
})

test('five thousand cues at once are five thousand cues', async () => {
  const cue = '1\n00:00:00,000 --> 10:00:00,000\nc\n\n'
  const { transcript } = await readText(cue.repeat(5000))
  expect(transcript?.segments).toHaveLength(5000)
})
