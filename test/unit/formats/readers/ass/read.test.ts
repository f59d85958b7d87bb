import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('names speak, commas are text, looks and comments are not', async () => {
  const segments = await segmentsOf('ass/usual.ass')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [1, 2.5, 'Mira', 'Milk, sugar, or both?'],
    [2.5, 4.05, 'Ole', 'Neither,\nthank\u00a0you kindly.'],
    [5, 6, null, '(kettle whistles)'],
  ])
  const { transcript, problems } = await readFixture('ass/usual.ass')
  expect(transcript?.title).toBe('Tea at Five')
  expect(problems).toEqual([])
})

test('the format line says which column is which', async () => {
  const segments = await segmentsOf('ass/columns-in-another-order.ass')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [1, 2, 'Ole', 'End first, and still read'],
    [2, 3600.25, null, 'An hour, all in all'],
  ])
  const { transcript } = await readFixture('ass/columns-in-another-order.ass')
  expect(transcript?.title).toBeUndefined()
})

test('karaoke gives syllables their times', async () => {
  const [sung, late] = await segmentsOf('ass/karaoke.ass')
  expect(sung?.text).toBe('Kettle on the hob')
  expect(sung?.spoken).toEqual([
    { text: 'Ket', start: 10.5, end: 10.75 },
    { text: 'tle', start: 10.75, end: 11 },
    { text: 'on', start: 11, end: 11.5 },
    { text: 'the', start: 11.5, end: 12.5 },
    { text: 'hob', start: 12.5, end: 13 },
  ])
  expect(late?.spoken).toEqual([
    { text: 'Late', start: 21, end: 21.5 },
    { text: 'start', start: 21.5, end: 22 },
  ])
})

test('drawings are hidden and counted, braces are kept where they are text', async () => {
  const { transcript, problems } = await readFixture('ass/drawings-and-braces.ass')
  expect(transcript?.segments.map(({ text }) => text)).toEqual([
    'Beside a drawing',
    'A {brace} and an open {one',
  ])
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['event-broken', 7],
    ['drawing-hidden', 4],
  ])
})

test('what is written again for an effect is shown once', async () => {
  const { transcript, problems } = await readFixture('ass/same-text-for-effects.ass')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [1, 'Shine'],
    [2, 'Shine'],
  ])
  expect(problems).toMatchObject([{ code: 'event-repeated', severity: 'note', line: 6 }])
})

test('SubStation Alpha is read, and its “NTP” is nobody', async () => {
  const segments = await segmentsOf('ass/substation-alpha-4.ssa')
  expect(segments.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
    [1, null, 'From before, with a comma'],
  ])
})

test('events alone have the usual columns', async () => {
  const segments = await segmentsOf('ass/events-alone.ass')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [3, 'No sections, no format'],
    [4, 'only lines'],
  ])
})

test('a time that is none is reported, and its text is kept', async () => {
  const { transcript, problems } = await readText(
    '[Script Info]\n[Events]\nDialogue: 0,soon,later,D,,0,0,0,,Tea',
  )
  expect(transcript?.segments).toMatchObject([{ start: null, text: 'Tea' }])
  expect(problems).toMatchObject([{ code: 'time-impossible', line: 3 }])
})

test('forty thousand syllables on a line, and as many open braces, are read at once', async () => {
  const head = '[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,9:00:00.00,D,,0,0,0,,'
  const sung = await readText(`${head}${'{\\k1}a'.repeat(40_000)}`)
  expect(sung.transcript?.segments[0]?.words).toHaveLength(40_000)
  const open = await readText(`${head}${'{'.repeat(40_000)}`)
  expect(open.transcript?.segments[0]?.text).toHaveLength(40_000)
})
