import { expect, test } from 'vitest'
import { longestCueText, mostWords } from '#formats/parsing/limits.ts'
import { readTranscript } from '#formats/read-transcript.ts'

const cue = (at: number, text: string) =>
  `${at + 1}\n00:00:${String(at).padStart(2, '0')},000 --> 00:00:${String(at + 1).padStart(2, '0')},000\n${text}\n\n`

const read = (text: string) =>
  readTranscript(new TextEncoder().encode(text), { fileName: 'long.srt' })

test('a cue longer than 100 KB keeps its beginning, and the listener reads which one', async () => {
  const long = 'word '.repeat(longestCueText / 4)
  const { transcript, problems } = await read(cue(0, 'Before.') + cue(1, long) + cue(2, 'After.'))
  const [before, shortened, after] = transcript!.segments
  expect([before!.text, after!.text]).toEqual(['Before.', 'After.'])
  expect(shortened!.text.length).toBeLessThanOrEqual(longestCueText)
  expect(shortened!.text.length).toBeGreaterThan(longestCueText - 8)
  expect(problems).toMatchObject([
    {
      code: 'cue-too-long',
      severity: 'warning',
      line: 6,
      message:
        '1 cue (line 6) is longer than 102,400 characters; only its beginning is shown. Split it into shorter cues to see the rest.',
    },
  ])
})

test('a cue of exactly 100 KB is whole', async () => {
  const { transcript, problems } = await read(cue(0, 'x'.repeat(longestCueText)))
  expect(transcript!.segments[0]!.text).toHaveLength(longestCueText)
  expect(problems).toEqual([])
})

test('a character outside the BMP is not cut in half', async () => {
  const { transcript } = await read(cue(0, `${'x'.repeat(longestCueText - 1)}😀 more`))
  expect(transcript!.segments[0]!.text).toBe('x'.repeat(longestCueText - 1))
})

test('words above five million are left out, and the listener reads from where on', async () => {
  const inCue = 50_000
  const count = mostWords / inCue
  const text = 'a '.repeat(inCue)
  const cues = Array.from({ length: count + 2 }, (_, at) => cue(at % 60, text))
  const { transcript, problems } = await read(cues.join(''))
  expect(transcript!.segments).toHaveLength(count)
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'too-many-words',
      severity: 'warning',
      message:
        'long.srt has more than 5,000,000 words; the last 2 segments, from line 402 on, are not shown. Split the file to read the rest.',
    }),
  )
})
