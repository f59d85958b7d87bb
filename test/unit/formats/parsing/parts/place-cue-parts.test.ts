import { expect, test } from 'vitest'
import { placeCueParts } from '#formats/parsing/parts/place-cue-parts.ts'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

const threeTapes = [
  '1.2–4 The first tape begins.',
  '4.5–7 We lived by the river.',
  '31.25–35 Then the mill burned.',
  '62–66.4 Hold on, it is full.',
  '67.8–70 The second tape. [The second tape. 67.8–70]',
  '70.1–75.75 They built it again. [They built it again. 70.1–75.75]',
  '111–114 My father worked there. [My father worked there. 111–114]',
  '116–119 The third. [The third. 116–119]',
  '123–126.5 That is all I know. [That is all I know. 123–126.5]',
]

test.each([
  ['subrip/tapes-numbered-through.srt', threeTapes],
  ['subrip/tapes-numbered-anew.srt', threeTapes],
  ['webvtt/files-joined.vtt', threeTapes],
  ['sbv/tapes.sbv', threeTapes.slice(0, 7)],
  ['whisper-json/answers-of-two-tapes.json', threeTapes.slice(0, 7)],
])('the parts of %s stay in the order of the file', async (path, expected) => {
  expect(await linesOf(path)).toEqual(expected)
  const { transcript, problems } = await readFixture(path)
  expect(problems.map(({ code }) => code)).toEqual(['times-begin-again'])
  expect(transcript!.chapters.slice(0, 2)).toEqual([
    { start: 1.2, title: 'Part 1' },
    { start: 67.8, title: 'Part 2' },
  ])
})

test('words of later parts keep their times, as estimates', async () => {
  const { transcript } = await readFixture('webvtt/files-joined-with-words.vtt')
  expect(transcript!.segments[2]!.words).toEqual([
    { from: 0, to: 5, start: 9.5, end: 10.2, estimated: true },
    { from: 6, to: 9, start: 10.2, end: 11, estimated: true },
  ])
})

test('segments of a stream without a map stay in order, also where each has one cue', async () => {
  const { transcript } = await readFixture('webvtt/segments-without-a-map.vtt')
  expect(transcript!.segments.map(({ text }) => text)).toEqual([
    'First thing.',
    'Second thing.',
    'Third thing.',
  ])
})

test.each([
  ['three cues out of order', 'subrip/three-cues-out-of-order.srt', 'Zero. One. Two. Three.'],
  [
    'the tracks of two speakers',
    'subrip/tracks-of-two-speakers.srt',
    'Where were you? At home. All day? All day.',
  ],
  [
    'a translation behind its original',
    'subrip/translation-behind.srt',
    'Line one of the film. Zeile one des Films. Line two of the film. Zeile two des Films.',
  ],
])('%s are sorted by time', async (_, path, expected) => {
  const { transcript, problems } = await readFixture(path)
  const first = transcript!.segments.slice(0, 4).map(({ text }) => text)
  expect(first.join(' ')).toBe(expected)
  expect(problems.map(({ code }) => code)).toEqual(['order'])
})

test.each([
  ['one late cue', [0, 10, 20, 300, 30, 40, 50, 60]],
  ['two cues exchanged', [0, 10, 30, 20, 40, 50]],
  ['an early cue at the end', [10, 20, 30, 40, 50, 5]],
  ['two early cues at the end', [10, 20, 30, 40, 50, 1, 5]],
  ['a forgotten block at the end', [0, 10, 20, 30, 40, 70, 80, 50, 55, 60]],
  ['no order at all', [0, 90, 10, 80, 20, 70, 5, 60, 30, 50, 3, 40]],
])('%s: no parts', (_, starts) => {
  const segments = starts.map((start) => ({ text: 'Text.', start, end: start + 2 }))
  expect(placeCueParts(segments).segments).toBe(segments)
})

test('ten thousand parts are placed, and make no chapters', () => {
  const segments = Array.from({ length: 200_000 }, (_, at) => ({
    text: 'Text.',
    start: (at % 20) * 7 + Math.floor(at / 20) * 0.001,
    end: (at % 20) * 7 + 2,
  }))
  const { segments: placed, chapters } = placeCueParts(segments)
  expect(placed.at(-1)!.start).toBeGreaterThan(10_000 * 100)
  expect(chapters).toEqual([])
})

test('parts that all begin at ten hours follow each other without a gap of ten hours', () => {
  const starts = [36_000, 36_600, 37_500, 36_001, 36_590]
  const segments = starts.map((start) => ({ text: 'Text.', start, end: start + 2 }))
  const { segments: placed } = placeCueParts(segments)
  expect(placed.map(({ start }) => start)).toEqual([36_000, 36_600, 37_500, 37_503, 38_092])
})

test('one cue of a part may be out of order', () => {
  const starts = [1, 5, 3, 9, 0, 2.5, 8]
  const segments = starts.map((start) => ({ text: 'Text.', start, end: start + 1 }))
  expect(placeCueParts(segments).chapters).toHaveLength(2)
})

test('tables without speakers may be joined, too', async () => {
  const rows = [
    '0.0,2.0,One.',
    '5.0,7.0,Two.',
    '65.0,67.0,Three.',
    '0.5,2.0,Four.',
    '4.0,6.0,Five.',
  ]
  const { transcript } = await readText(`start,end,text\n${rows.join('\n')}\n`)
  expect(transcript!.segments.map(({ text }) => text).join(' ')).toBe(
    'One. Two. Three. Four. Five.',
  )
})
