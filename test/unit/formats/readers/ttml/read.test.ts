import { describe, expect, test } from 'vitest'
import { parseTimeExpression, type Rates } from '#formats/readers/ttml/time-expression.ts'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('white space is one blank, a br is a line break, and xml:space keeps blanks', async () => {
  const segments = await segmentsOf('ttml/line-breaks-and-blanks.ttml')
  expect(segments.map(({ start, end, text, language }) => [start, end, text, language])).toEqual([
    [1.5, 4.25, 'The tide comes in\nat nine & a half.', undefined],
    [5, 7, 'two  blanks', undefined],
    [12, 18, 'La mer.', 'fr'],
  ])
  const { transcript } = await readFixture('ttml/line-breaks-and-blanks.ttml')
  expect(transcript).toMatchObject({ title: 'The harbour at night', language: 'en' })
})

test('frames and ticks are counted at the rates that the file names', async () => {
  const segments = await segmentsOf('ttml/frames-and-ticks.dfxp')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [expect.closeTo(1.001, 6), expect.closeTo(2.5005, 6)],
    [3, 4],
  ])
})

test('times count from what stands around, one after the other in a sequence', async () => {
  const segments = await segmentsOf('ttml/sequence-of-paragraphs.ttml')
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [10, 12],
    [12, 15],
    [16, 17],
    [31, 34],
  ])
})

test('words of Apple Podcasts, which have no blanks, make sentences of named speakers', async () => {
  const segments = await segmentsOf('ttml/podcast-words-without-blanks.ttml')
  expect(segments.map(({ text, speaker, start, end }) => [text, speaker, start, end])).toEqual([
    ['Good evening.', 'SPEAKER_1', 0.86, 2],
    ['Come in.', 'SPEAKER_1', 2.5, 4.2],
    ['Thanks.', 'Ines Vale', 65.25, 66],
  ])
  expect(segments[0]!.spoken).toEqual([
    { text: 'Good', start: 0.86, end: 1.3 },
    { text: 'evening.', start: 1.3, end: 2 },
  ])
})

test('syllables of a song are timed from its start, and a second voice stands alone', async () => {
  const segments = await segmentsOf('ttml/song-syllables-and-second-voice.ttml')
  expect(segments.map(({ text, speaker, start }) => [text, speaker, start])).toEqual([
    ['Rivers run', 'Voice 1', 10],
    ['(run on)', 'Voice 1', 12],
    ['Slow down', 'Voice 2', 14],
  ])
  expect(segments[0]!.spoken).toEqual([
    { text: 'Ri', start: 10, end: 10.4 },
    { text: 'vers', start: 10.4, end: 10.9 },
    { text: 'run', start: 11, end: 12 },
  ])
  const { problems } = await readFixture('ttml/song-syllables-and-second-voice.ttml')
  expect(problems).toMatchObject([{ code: 'ttml-translated', severity: 'note' }])
  expect(problems[0]!.message).toContain('2 translated')
})

test('phrases with times are segments, and reading aids are no text', async () => {
  const segments = await segmentsOf('ttml/phrases-in-one-paragraph.ttml')
  expect(segments.map(({ text, start, end, words }) => [text, start, end, words.length])).toEqual([
    ['The first half,', 2, 5, 0],
    ['and the second one.', 5, 10, 0],
    ['東京へ行く', 10, 12, 0],
  ])
})

test('text of other vocabularies is counted, not shown; an odd time is dropped, not its text', async () => {
  const segments = await segmentsOf('ttml/foreign-elements.ttml')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([
    ['Kept.', 0],
    ['Without a time.', null],
  ])
  const { problems } = await readFixture('ttml/foreign-elements.ttml')
  expect(problems.map(({ code, line }) => [code, line])).toEqual([
    ['time-unreadable', 3],
    ['ttml-foreign', 2],
  ])
})

test('what is whole before a file breaks off is read', async () => {
  const segments = await segmentsOf('ttml/breaks-off.ttml')
  expect(segments.map(({ text }) => text)).toEqual(['Whole.', 'Also whole.'])
  const { problems } = await readFixture('ttml/breaks-off.ttml')
  expect(problems).toMatchObject([{ code: 'xml-truncated', line: 6 }])
})

test('a DTD is refused before any of it counts', async () => {
  const { transcript, format, problems } = await readText(
    '<!DOCTYPE tt [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><tt><body><p begin="0s">&b;</p></body></tt>',
  )
  expect(transcript).toBeNull()
  expect(format).toBe('ttml')
  expect(problems).toMatchObject([{ code: 'xml-dtd', line: 1 }])
})

describe('time expressions', () => {
  const rates: Rates = {
    effective: 25,
    nominal: 25,
    subFrames: 2,
    ticks: 10,
    isSmpte: false,
    dropped: 0,
  }
  test.each([
    ['01:02:03', 3723],
    ['00:00:01.5', 1.5],
    ['00:00:01:05.1', 1.22],
    ['1.5s', 1.5],
    ['100ms', 0.1],
    ['10f', 0.4],
    ['400t', 40],
    ['2m', 120],
    ['1h', 3600],
    ['1:02.345', 62.345],
    ['9.731', 9.731],
  ])('%s', (text, seconds) => {
    expect(parseTimeExpression(text, rates)).toBeCloseTo(seconds, 9)
  })

  test.each(['', 'soon', '1e5s', '-1s', '1:2:3:4:5', 'indefinite'])('%j is none', (text) => {
    expect(parseTimeExpression(text, rates)).toBeNull()
  })

  test('drop-frame numbers leave out two a minute', () => {
    const ntsc = { ...rates, effective: 30000 / 1001, nominal: 30, isSmpte: true, dropped: 2 }
    expect(parseTimeExpression('00:10:00:00', ntsc)).toBeCloseTo(600, 2)
    expect(parseTimeExpression('00:01:00:02', ntsc)).toBeCloseTo(1800 / ntsc.effective, 6)
  })
})

test('sums of times are as round as the times', async () => {
  const { transcript } = await readText(
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="1.1s" dur="2.2s"><span begin="0.1s" end="0.4s">Tea</span> please</p></body></tt>',
  )
  expect(transcript?.segments).toMatchObject([
    { start: 1.1, end: 3.3, words: [{ start: 1.2, end: 1.5 }] },
  ])
})
