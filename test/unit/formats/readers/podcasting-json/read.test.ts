import { expect, test } from 'vitest'
import { readFixture, readText, segmentsOf } from '../../fixtures.ts'

test('a segment a line of speech stays a segment', async () => {
  const segments = await segmentsOf('podcasting-json/one-segment-a-line-of-speech.json')
  expect(segments.map(({ start, end, speaker, text }) => [start, end, speaker, text])).toEqual([
    [0.5, 3.25, 'Ida Blum', 'Today we bake bread\nwithout an oven.'],
    [3.25, 5, 'Ola', 'On a hot stone, then?'],
  ])
  expect(segments[0]!.words).toEqual([])
})

test('a segment a word becomes turns of words with their times', async () => {
  const segments = await segmentsOf('podcasting-json/one-segment-a-word.json')
  expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ida', 'Stones keep heat.'],
    ['Ida', 'Do they?'],
    ['Ola', 'Indeed'],
  ])
  expect(segments[0]!.spoken).toEqual([
    { text: 'Stones', start: 0.5, end: 0.8 },
    { text: 'keep', start: 0.8, end: 1.1 },
    { text: 'heat.', start: 1.1, end: 1.6 },
  ])
})

test('who speaks may be written only where it changes, and ends may be missing', async () => {
  const segments = await segmentsOf('podcasting-json/speaker-only-on-change-and-no-ends.json')
  expect(segments.map(({ speaker, text, start }) => [speaker, text, start])).toEqual([
    ['Ida', 'We knead it.', 1],
    ['Ola', 'For how long?', 3],
  ])
  expect(segments[1]!.words[0]).toMatchObject({ start: 3, end: 3.25, estimated: true })
  const { problems } = await readFixture('podcasting-json/speaker-only-on-change-and-no-ends.json')
  expect(problems).toEqual([])
})

test('an empty name says that nobody knows who speaks', async () => {
  const segments = await segmentsOf('podcasting-json/speaker-named-empty.json')
  expect(segments.map(({ speaker }) => speaker)).toEqual(['Ida', null])
})

test('times that are none are dropped and counted, and their text is kept', async () => {
  const { transcript, problems } = await readFixture('podcasting-json/times-that-are-none.json')
  expect(transcript?.segments.map(({ start, text }) => [start, text])).toEqual([
    [null, 'Nobody knows when this was.'],
    [2.5, 'This was in a string.'],
    [4, 'This has no end.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['time-dropped', 'text-empty', 'end-missing']),
  )
})

test('chapters are sorted; those with `toc: false` are left out, and those without a title counted', async () => {
  const { transcript, problems } = await readFixture(
    'podcasting-json/chapters-with-a-hidden-one.json',
  )
  expect(transcript).toMatchObject({
    title: 'Bread on stones',
    segments: [],
    chapters: [
      { start: 0, title: 'Hello' },
      { start: 62.5, title: 'The dough' },
      { start: 100, title: 'The stone' },
    ],
  })
  expect(problems).toMatchObject([{ code: 'chapter-left-out', severity: 'warning' }])
})

test('a sentence in a script without blanks is no word', async () => {
  const segments = await segmentsOf('podcasting-json/sentences-without-blanks.json')
  expect(segments).toHaveLength(4)
  expect(segments[0]!.words).toEqual([])
})

test('what another writer calls segments is not claimed', async () => {
  const { format } = await readText('{"segments":[{"start":0,"end":1,"text":"Hello"}]}')
  expect(format).toBe('whisper-json')
  const { problems } = await readText('{"version":"1","segments":[]}', {
    format: 'podcasting-json',
  })
  expect(problems[0]).toMatchObject({ code: 'format-unknown', severity: 'error' })
})

async function spokenIn(bodies: readonly string[]) {
  const segments = bodies.map((body, at) => ({ startTime: at, endTime: at + 1, body }))
  const { transcript } = await readText(JSON.stringify({ version: '1.0.0', segments }))
  return transcript!.segments.flatMap(({ text, words }) =>
    words.map(({ from, to }) => text.slice(from, to)),
  )
}

test('a mark with a blank before it stands alone, and one without belongs to the word before', async () => {
  const bodies = ['Well', ' …', 'yes', '—', 'no', '!', 'maybe', ' ?']
  expect(await spokenIn(bodies)).toEqual(['Well', '…', 'yes', '—', 'no!', 'maybe', '?'])
})

test('where each body brings its blank, so do marks that are none of their own', async () => {
  const bodies = [' Well', ' ,', ' yes', ' …', ' no', '.', ' Go', ' on']
  expect(await spokenIn(bodies)).toEqual(['Well,', 'yes', '…', 'no.', 'Go', 'on'])
})
