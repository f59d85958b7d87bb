import { expect, test } from 'vitest'
import { splitTurns } from '#formats/parsing/speakers/split-turns.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { toLines } from '#transcript/lines.ts'
import { readText } from '../../fixtures.ts'

test('marks in prose and in the middle of a text without one at its beginning stay', () => {
  const prose = [{ text: '>> He wrote this.', start: null, end: null }]
  expect(splitTurns(prose)).toBe(prose)
  const shift = [{ text: 'x >> 2 is x / 4', start: 1, end: 2 }]
  expect(splitTurns(shift)).toBe(shift)
})

test('a turn without words has an estimated share of the time', () => {
  expect(splitTurns([{ text: '>> Yes. >> No!!', start: 1, end: 3 }])).toEqual([
    {
      text: 'Yes.',
      start: 1,
      end: 2,
      words: [{ from: 0, to: 4, start: 1, end: 2, estimated: true }],
      beginsTurn: true,
    },
    {
      text: 'No!!',
      start: 2,
      end: 3,
      words: [{ from: 0, to: 4, start: 2, end: 3, estimated: true }],
      beginsTurn: true,
    },
  ])
})

test('a turn without words does not take the measured times of the others', () => {
  const text = '>> Yes. >> No!! >> Well.'
  const words = [
    { from: 3, to: 7, start: 1.1, end: 1.5 },
    { from: 19, to: 24, start: 2.5, end: 2.9 },
  ]
  expect(splitTurns([{ text, start: 1, end: 3, words }])).toMatchObject([
    { text: 'Yes.', start: 1, end: 1.5, words: [{ start: 1.1, end: 1.5 }] },
    { text: 'No!!', start: 1.5, end: 2.5, words: [{ estimated: true }] },
    { text: 'Well.', start: 2.5, end: 3, words: [{ start: 2.5, end: 2.9 }] },
  ])
})

const captions =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n&gt;&gt; Is it wet?\n\n00:02.000 --> 00:03.000\n&gt;&gt; It was.\n\n00:03.000 --> 00:04.000\nYesterday.\n'

test('each turn begins a line', async () => {
  const { transcript } = await readText(captions)
  const lines = toLines(transcript!, 'paragraphs')
  expect(lines.map(({ text }) => text)).toEqual(['Is it wet?', 'It was. Yesterday.'])
})

test.each(['webvtt', 'subrip', 'sbv'])(
  'turns of nameless speakers come back from %s',
  async (id) => {
    const { transcript } = await readText(captions)
    const { text, fileName } = await writeTranscript(transcript!, id, { fileName: 'a.mp3' })
    const again = await readTranscript(new TextEncoder().encode(text), { fileName })
    expect(again.transcript!.segments).toEqual(transcript!.segments)
  },
)
