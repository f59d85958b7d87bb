import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

async function rowsOf(name: string) {
  const segments = await segmentsOf(`csv/${name}`)
  return segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])
}

async function codesOf(name: string) {
  const { problems } = await readFixture(`csv/${name}`)
  return problems.map(({ code, line }) => [code, line])
}

test('Whisper’s TSV counts milliseconds, and its quotes are spoken', async () => {
  expect(await rowsOf('whisper-milliseconds-and-bare-quotes.tsv')).toEqual([
    [0, 2.68, null, '"Milk?" she asked.'],
    [2.68, 5.88, null, '"Only a drop'],
    [5.88, 9.24, null, 'said the cat."'],
  ])
  expect(await codesOf('whisper-milliseconds-and-bare-quotes.tsv')).toEqual([])
})

test('aeneas writes no header, and seconds', async () => {
  expect(await rowsOf('aeneas-without-header.csv')).toEqual([
    [0, 2.68, null, 'The kettle, at last'],
    [2.68, 5.88, null, 'said "hello"'],
  ])
})

test('Excel in German is read', async () => {
  expect(await rowsOf('german-semicolons-and-decimal-commas.csv')).toEqual([
    [0.5, 2.25, 'Mira', 'Milch; und Zucker?'],
    [2.25, 4, 'Ole', 'Zwei\nZeilen'],
  ])
})

test('frames are a share of a second, and which is said', async () => {
  expect(await rowsOf('frames-in-times.csv')).toEqual([
    [1.48, 2, 'Mira', 'Frames count here'],
    [2, 60.96, 'Ole', 'and here'],
  ])
  const { problems } = await readFixture('csv/frames-in-times.csv')
  expect(problems).toMatchObject([{ code: 'frame-rate-assumed' }])
  expect(problems[0]?.message).toContain('25 frames a second were assumed')
})

test('the guard before formulas is taken off, other apostrophes stay', async () => {
  expect(await rowsOf('formula-guard-and-clock-times.csv')).toEqual([
    [1.5, 2.5, 'Mira', '=1+1 is two'],
    [2.5, 3600, 'Ole', "'tis true"],
  ])
  expect(await codesOf('formula-guard-and-clock-times.csv')).toEqual([
    ['column-left-out', undefined],
    ['text-empty', undefined],
  ])
})

test('whole numbers are seconds where people speak in them', async () => {
  expect(await rowsOf('whole-seconds-and-unquoted-comma.csv')).toEqual([
    [0, 3, null, 'No quotes, but a comma'],
    [3, 7, null, 'Whole seconds in this one'],
  ])
  expect(await codesOf('whole-seconds-and-unquoted-comma.csv')).toEqual([['cells-too-many', 2]])
})

test('rows of words become sentences', async () => {
  const segments = await segmentsOf('csv/words-in-milliseconds.csv')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([
    ['Tea is ready.', 0.1],
    ['Pour', 3],
  ])
  expect(segments[0]?.words.slice(0, 3)).toMatchObject([
    { start: 0.1, end: 0.4, confidence: 0.9 },
    { start: 0.4, end: 0.5, confidence: 0.5 },
    { start: 0.5, end: 0.95 },
  ])
})

test('a quote that is never closed swallows nothing', async () => {
  expect(await rowsOf('quote-open.csv')).toEqual([
    [1, 2, null, '"Never closed'],
    [2, 3, null, 'but "all" is kept'],
    [3, 4, null, 'to the last'],
  ])
})

test('one quote to the end of the file is said', async () => {
  const { transcript, problems } = await readText('start,end,text\n1.5,2,"Tea\n2,3,pot')
  expect(transcript?.segments.map(({ text }) => text)).toEqual(['"Tea', 'pot'])
  expect(problems).toMatchObject([{ code: 'quote-open', line: 2 }])
})

test('a line break inside a time is no time, and no mistake of ours', async () => {
  const { transcript, problems } = await readText('start,text\n"1\n5",Tea')
  expect(transcript?.segments).toMatchObject([{ start: null, text: 'Tea' }])
  expect(problems).toMatchObject([{ code: 'time-impossible', line: 2 }])
})

test('clock times need no header', async () => {
  expect(await rowsOf('clock-times-without-header.tsv')).toEqual([
    [1, 2.5, null, 'Clock times, no header'],
    [2.5, 4, null, 'are known by their shape'],
  ])
})

test.each(['Start Time (s)', 'start_time', 'startTime', 'BEGIN', 'début', '开始时间', 'Von (sec)'])(
  '%s names the start',
  async (header) => {
    const { transcript, format } = await readText(`${header},Text\n1.5,Tea`)
    expect(format).toBe('csv')
    expect(transcript?.segments[0]?.start).toBe(1.5)
  },
)

test.each(['one,two,three\n1,2,3', 'Hello, world\nTea, please', '1,2,x\n3,4,y'])(
  '%j is no transcript in a table',
  async (text) => {
    expect((await readText(text)).format).not.toBe('csv')
    const { problems } = await readText(text, { format: 'csv' })
    expect(problems[0]?.code).toBe('header-missing')
  },
)

test('a hundred thousand quotes are read at once', async () => {
  const { transcript } = await readText(`start,text\n1.5,${'"a,""'.repeat(40_000)}`)
  expect(transcript?.segments).toHaveLength(1)
})

test('seconds written with zeros behind the point are seconds, however long a sound lasts', async () => {
  const { transcript } = await readText('start,end,speaker,text\r\n0.000,40.000,,♪\r\n')
  expect(transcript?.segments).toMatchObject([{ start: 0, end: 40 }])
})

test('speakers and texts alone are a transcript without times', async () => {
  const { transcript, problems, format } = await readText('speaker,text\r\nMira,Tea\r\n,Pot\r\n')
  expect(format).toBe('csv')
  expect(transcript?.segments).toMatchObject([{ start: null, text: 'Tea' }, { text: 'Pot' }])
  expect(problems.map(({ code }) => code)).toEqual(['no-times'])
})

test('an apostrophe that stood before the guard stays', async () => {
  const { transcript } = await readText("start,text\n0.5,''=1\n1.5,'-5")
  expect(transcript?.segments.map(({ text }) => text)).toEqual(["'=1", '-5'])
})

test('a table without a header may begin with the text', async () => {
  expect(await rowsOf('text-start-end.csv')).toEqual([
    [1, 2.1, null, 'We walked home.'],
    [3, 3.9, null, 'It rained.'],
  ])
  const words = await segmentsOf('csv/word-start-end.csv')
  expect(words.map(({ text, spoken }) => [text, spoken.length])).toEqual([
    ['We walked home.', 3],
    ['It rained.', 2],
  ])
})

test('prose with two numbers at the end of its lines is no table', async () => {
  const { format } = await readText('It was 1.0, or 2.5\nThen 3.0, or, 4.5\n')
  expect(format).not.toBe('csv')
})
