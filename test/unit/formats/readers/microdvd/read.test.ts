import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('the first line may say how many frames a second has', async () => {
  const { transcript, problems } = await readFixture('microdvd/rate-in-first-line.sub')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1, 2.48, 'The kettle is on.'],
    [2.52, 4, 'Two lines\nof tea'],
  ])
  expect(problems).toEqual([])
})

test('a film has its own rate, and colours are no text', async () => {
  const segments = await segmentsOf('microdvd/film-rate-and-colours.sub')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1.001, 2.002, 'Films run\nslower'],
    [2.002, 3.003, 'than that'],
  ])
})

test('without a rate, 25 are assumed and that is said', async () => {
  const { transcript, problems } = await readFixture('microdvd/rate-missing.sub')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [2, 4, 'No rate is said'],
    [4, 8, 'no end either'],
    [8, 9, '24'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['frame-rate-assumed', 'end-missing'])
})

test('lines without frames are counted, and braces that say nothing are text', async () => {
  const { transcript, problems } = await readFixture('microdvd/default-and-stray-lines.sub')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['Is {this} text?', 'It is'])
  expect(transcript?.speakers).toMatchObject([{ name: 'Mira' }])
  expect(problems).toMatchObject([
    { code: 'frame-rate-assumed' },
    { code: 'line-left-out', line: 3 },
  ])
})

test('a hundred thousand braces are read at once', async () => {
  const { transcript } = await readText(`{1}{50}${'{y:'.repeat(100_000)}`)
  expect(transcript?.segments).toHaveLength(1)
})
