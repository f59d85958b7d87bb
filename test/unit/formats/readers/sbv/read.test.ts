import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('cues have their times, lines and sounds', async () => {
  const segments = await segmentsOf('sbv/usual.sbv')
  expect(segments.map(({ start, end, text, kind }) => [start, end, text, kind])).toEqual([
    [1, 2.5, 'The kettle is on.', 'speech'],
    [2.5, 4, 'Two lines\nof tea', 'speech'],
    [4, 6, '[steam hisses]', 'sound'],
  ])
})

test('the last cue needs no line break, and Windows may have written it', async () => {
  const segments = await segmentsOf('sbv/crlf-bom-no-last-line-break.sbv')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0.5, 1.5, 'Sugar?'],
    [1.5, 2.75, 'No, thank you.'],
  ])
})

test('a blank line inside or missing loses nothing', async () => {
  const segments = await segmentsOf('sbv/blank-line-inside-and-missing.sbv')
  expect(segments.map((segment) => segment.text)).toEqual([
    'Before the blank line\nand after it.',
    'No blank line stood before this.',
    '1,000 cups',
  ])
})

test('[br] breaks a line, and a cue without text is counted', async () => {
  const segments = await segmentsOf('sbv/br-and-empty-cue.sbv')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [1, 'One\nTwo'],
    [36_003, 'Ten hours on.'],
  ])
  const { problems } = await readFixture('sbv/br-and-empty-cue.sbv')
  expect(problems).toMatchObject([{ code: 'text-empty' }])
})

test('names behind YouTube’s arrows are speakers', async () => {
  const segments = await segmentsOf('sbv/names-behind-arrows.sbv')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['MIRA', 'Who left the gate open?'],
    ['OLE', 'Not me.'],
    ['MIRA', 'Then who?'],
  ])
})

test('text before the first cue is left out with a warning', async () => {
  const { problems } = await readText('Hello\n0:00:01.000,0:00:02.000\nWorld')
  expect(problems).toMatchObject([{ code: 'text-before-first-cue', line: 1 }])
})

test('a text without such a line is refused in a sentence', async () => {
  const { transcript, problems } = await readText('Hello', { format: 'sbv' })
  expect(transcript).toBeNull()
  expect(problems[0]?.message).toContain('0:00:01.000,0:00:02.000')
})
