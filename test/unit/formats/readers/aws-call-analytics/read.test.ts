import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('turns keep their text, and their words their milliseconds', async () => {
  const { transcript, problems } = await readFixture('aws-call-analytics/marks-without-times.json')
  expect(transcript).toMatchObject({ language: 'en-US', timing: 'word' })
  expect(transcript?.speakers.map(({ name }) => name)).toEqual(['AGENT', 'CUSTOMER'])
  expect(transcript?.segments[0]).toMatchObject({
    text: 'Kite shop, hello?',
    start: 0.04,
    end: 1.5,
  })
  const [segment] = await segmentsOf('aws-call-analytics/marks-without-times.json')
  expect(segment?.spoken).toEqual([
    { text: 'Kite', start: 0.04, end: 0.3 },
    { text: 'shop,', start: 0.3, end: 0.7 },
    { text: 'hello?', start: 0.9, end: 1.5 },
  ])
  expect(segment?.words[1]?.confidence).toBe(0.4)
  expect(problems).toEqual([])
})

test('a turn may have lost its words, or have nothing else', async () => {
  const segments = await segmentsOf('aws-call-analytics/words-taken-out.json')
  expect(segments.map(({ speaker, text, words }) => [speaker, text, words.length])).toEqual([
    ['AGENT', 'Your name?', 0],
    ['CUSTOMER', '[PII]', 0],
    ['AGENT', 'Thank you.', 2],
  ])
})

test('turns may overlap', async () => {
  const segments = await segmentsOf('aws-call-analytics/they-speak-at-once.json')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 2, 'Is it the string?'],
    [0.5, 3, 'Yes. Yes.'],
    [2.1, 2.4, 'I see.'],
  ])
  expect(segments[1]?.spoken[1]).toEqual({ text: 'Yes.', start: 2.5, end: 3 })
})

test('values of other kinds are survived, and their text is kept', async () => {
  const { transcript, problems } = await readFixture('aws-call-analytics/times-of-other-kinds.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Is it the string?'],
    [2, 'Yes.'],
  ])
  expect(transcript?.speakers.map(({ name }) => name)).toEqual(['AGENT', 'Speaker 7'])
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['time-dropped', 'text-empty']),
  )
})
