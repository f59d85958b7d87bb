import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('labels are segments', async () => {
  const segments = await segmentsOf('audacity/usual.txt')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0, 2.5, null, 'The kettle is on.'],
    [2.5, 4.05, 'Mira', 'Milk, or sugar?'],
    [4.05, 6, 'Mira', 'Or both?'],
  ])
})

test('a decimal comma is a decimal point', async () => {
  const segments = await segmentsOf('audacity/decimal-comma.txt')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [0.5, 1.25],
    [1.25, 3],
  ])
})

test('lines of frequencies are no labels, and no trouble', async () => {
  const { transcript, problems } = await readFixture('audacity/frequencies-below.txt')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['A low hum', 'A whistle'])
  expect(problems).toEqual([])
})

test('a label at a point lasts until the next', async () => {
  const { transcript, problems } = await readFixture('audacity/points-and-empty-labels.txt')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1.5, 3.25, 'Lid on'],
    [3.25, expect.closeTo(3.25 + 7 * 0.06), 'Lid off'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['text-empty', 'end-missing'])
})

test('ids without text are shown, with a warning', async () => {
  const { problems } = await readFixture('audacity/ids-without-text.aud')
  expect(problems).toMatchObject([{ code: 'labels-are-ids' }])
  expect(problems[0]?.message).toContain('f000001')
})

test('a tab inside a label is part of it', async () => {
  const segments = await segmentsOf('audacity/tab-in-label-and-inverted.txt')
  expect(segments[0]?.text).toBe('A tab\tinside')
})

test('other lines are counted', async () => {
  const { problems } = await readText('0.5\t1.0\tTea\n0.9\t1.5\tPot\nnothing', {
    format: 'audacity',
  })
  expect(problems).toMatchObject([{ code: 'line-left-out', line: 3 }])
})
