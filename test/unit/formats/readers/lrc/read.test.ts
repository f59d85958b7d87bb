import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('a positive offset has the lyrics earlier, and never before the beginning', async () => {
  const { transcript, problems } = await readFixture('lrc/tags-and-offset.lrc')
  expect(transcript?.title).toBe('Kettle Song')
  expect(transcript?.language).toBe('en')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 11.84, 'Half a second early'],
    [11.84, 14.5, 'The kettle sings'],
    [62, 4509.5, 'and so do I'],
    [4509.5, expect.closeTo(4509.5 + 13 * 0.06), 'for very long'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})

test('a negative offset has them later', async () => {
  const { transcript } = await readText('[offset:-250]\n[00:01.00]Tea')
  expect(transcript?.segments[0]?.start).toBe(1.25)
})

test('a refrain comes as often as it has stamps', async () => {
  const segments = await segmentsOf('lrc/refrain-with-several-stamps.lrc')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [10, 'Pour, pour, pour'],
    [20, 'First the milk'],
    [30, 'Pour, pour, pour'],
    [40, 'Then the tea'],
    [50, 'Pour, pour, pour'],
  ])
  expect(segments.at(-1)?.end).toBe(55)
})

test('words have the times of the stamps before them', async () => {
  const segments = await segmentsOf('lrc/words-in-angle-brackets.lrc')
  expect(segments[0]).toMatchObject({
    text: 'Water boils now',
    start: 12,
    end: 13.9,
    spoken: [
      { text: 'Water', start: 12.04, end: 12.5 },
      { text: 'boils', start: 12.5, end: 13.2 },
      { text: 'now', start: 13.2, end: 13.9 },
    ],
  })
  expect(segments[1]?.spoken.map(({ text, start }) => [text, start])).toEqual([
    ['Lift', 15.1],
    ['the', 15.6],
    ['lid', 15.8],
  ])
  // it does not say when it ends, only that the next line begins
  expect(segments[1]?.words.at(-1)).toMatchObject({ end: 16, estimated: true })
  expect(segments[2]?.spoken).toEqual([])
})

test('words may have square brackets', async () => {
  const segments = await segmentsOf('lrc/words-in-square-brackets.lrc')
  expect(segments[0]).toMatchObject({
    text: 'Two cups please',
    end: 2.8,
    spoken: [
      { text: 'Two', start: 1, end: 1.5 },
      { text: 'cups', start: 1.5, end: 2.1 },
      { text: 'please', start: 2.1, end: 2.8 },
    ],
  })
  expect(segments[1]).toMatchObject({ start: 4, end: 9, text: 'One cup' })
  expect(segments[1]?.words.at(-1)).toMatchObject({
    start: 4.6,
    end: expect.closeTo(4.9),
    estimated: true,
  })
})

test('the words of a refrain move with it, and are then estimated', async () => {
  const segments = await segmentsOf('lrc/words-in-a-refrain.lrc')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [10, 'Stir it'],
    [12, 'Wait'],
    [20, 'Stir it'],
  ])
  expect(segments[0]?.words[0]).not.toHaveProperty('estimated')
  expect(segments[2]?.words[0]).toMatchObject({ start: 20.2, end: 20.8, estimated: true })
})

test('two languages at once both last until the next line', async () => {
  const segments = await segmentsOf('lrc/two-languages-at-once.lrc')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [5, 8, 'Guten Morgen'],
    [5, 8, 'Good morning'],
    [8, 11, 'Gute Nacht'],
    [8, 11, 'Good night'],
  ])
})

test('a line without a stamp goes on, and one before all stamps is shown without time', async () => {
  const segments = await segmentsOf('lrc/colons-and-lines-without-stamps.lrc')
  expect(segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Untimed opening'],
    [1.5, 'Hundredths behind a colon\ngoes on here'],
    [3.75, 'More'],
  ])
  const { problems } = await readFixture('lrc/colons-and-lines-without-stamps.lrc')
  expect(problems[0]).toMatchObject({ code: 'text-before-first-stamp', line: 2 })
})

test('an offset of years is not applied', async () => {
  const { transcript, problems } = await readFixture('lrc/offset-and-time-impossible.lrc')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [1, 'Now'],
    [2, 'Then'],
    [null, 'Never'],
  ])
  expect(problems.map(({ code }) => code)).toEqual([
    'offset-impossible',
    'time-impossible',
    'end-missing',
  ])
})

test('voices are speakers, and those behind them are heard', async () => {
  const segments = await segmentsOf('lrc/voices-and-background.lrc')
  expect(segments.map(({ start, speaker, text }) => [start, speaker, text])).toEqual([
    [1, 'Voice 1', 'Shall we'],
    [1.9, null, '(we shall)'],
    [3, 'Voice 2', 'Yes'],
  ])
  expect(segments[1]?.spoken).toHaveLength(2)
})

test('twenty thousand stamps on a line are cut short, and that is said', async () => {
  const { transcript, problems } = await readText(`${'[00:03.00]'.repeat(20_000)}x`)
  expect(transcript?.segments).toHaveLength(200)
  expect(problems[0]).toMatchObject({ code: 'stamps-left-out', line: 1 })
})

test('a line that is only a voice’s mark is text', async () => {
  const { transcript } = await readText('[00:01.00]v1:\n[00:02.00]v2: <00:02.00>\n[00:03.00]Tea')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['v1:', 'v2:', 'Tea'])
  expect(transcript?.speakers).toEqual([])
})
