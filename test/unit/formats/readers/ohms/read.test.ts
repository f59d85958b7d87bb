import { expect, test } from 'vitest'
import { parseSync } from '#formats/readers/ohms/sync.ts'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('a line that an interval names begins at its minute, and speakers begin turns', async () => {
  const segments = await segmentsOf('ohms/a-time-a-minute.xml')
  expect(segments.map(({ text, speaker, start }) => [text, speaker, start])).toEqual([
    ['Where were you born?', 'HALE', 0],
    ['By the river, in', 'FINCH', expect.closeTo((26 / 49) * 60)],
    ['a house of brick. And the mill was loud.', 'FINCH', 60],
    ['What then?', 'HALE', 120],
  ])
  const { problems } = await readFixture('ohms/a-time-a-minute.xml')
  expect(problems).toMatchObject([{ code: 'time-estimated', severity: 'note' }])
})

test('the index is the chapters', async () => {
  const { transcript } = await readFixture('ohms/a-time-a-minute.xml')
  expect(transcript).toMatchObject({
    title: 'Interview with Orla Finch',
    chapters: [
      { start: 5, title: 'Childhood' },
      { start: 70, title: 'The mill closes' },
    ],
  })
})

test('WebVTT inside is read as such', async () => {
  const segments = await segmentsOf('ohms/webvtt-inside.xml')
  expect(segments.map(({ text, speaker, start, end }) => [text, speaker, start, end])).toEqual([
    ['I remember the bell.', 'Orla Finch', 1, 2.5],
    ['Every morning.', 'Orla Finch', 3, 4],
  ])
  const { transcript } = await readFixture('ohms/webvtt-inside.xml')
  expect(transcript).toMatchObject({ title: 'Second tape', chapters: [{ start: 3 }] })
})

test('an index alone is shown as chapters', async () => {
  const { transcript } = await readFixture('ohms/index-without-transcript.xml')
  expect(transcript).toMatchObject({ segments: [], chapters: [{ start: 0, title: 'Start' }] })
})

test('a transcript without times is text', async () => {
  const segments = await segmentsOf('ohms/transcript-without-times.xml')
  expect(segments.map(({ text, start }) => [text, start])).toEqual([
    ['One paragraph over two lines.', null],
    ['Another.', null],
  ])
})

test.each([
  ['2:|10(5)|12(1)|', { 0: 0, 10: 120, 12: 240 }],
  ['1:|7(1)|7(9)|8(1)', { 0: 0, 7: 60, 8: 180 }],
  ['', {}],
  ['x:|1|', {}],
  ['1:', {}],
])('%j', (sync, starts) => {
  expect(Object.fromEntries(parseSync(sync).starts)).toEqual(starts)
})
