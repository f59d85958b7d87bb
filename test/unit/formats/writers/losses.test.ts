import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { formats } from '#formats/readers/registry.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { writers } from '#formats/writers/registry.ts'
import type { Segment, SpeakerId, Transcript } from '#transcript/transcript.ts'
import { transcripts } from './random-transcript.ts'

const nobody = { speaker: null, kind: 'speech', words: [] } as const

function talk(segments: readonly Partial<Segment>[], more: Partial<Transcript> = {}): Transcript {
  return {
    timing: 'word',
    speakers: [{ id: 'speaker-1' as SpeakerId, name: 'Ada' }],
    chapters: [],
    segments: segments.map((each) => ({ ...nobody, start: 0, end: 1, text: 'Hello', ...each })),
    ...more,
  }
}

async function codesOf(transcript: Transcript, format: string): Promise<string[]> {
  const { problems } = await writeTranscript(transcript, format)
  return problems.map(({ code }) => code)
}

test('writers have formats that read them, and names of their own', () => {
  const readers = new Map(formats.map((format) => [format.id, format]))
  for (const { id, extension } of writers) {
    expect(readers.get(id)?.extensions, id).toContain(extension.toLowerCase())
  }
  expect(new Set(writers.map(({ name }) => name)).size).toBe(writers.length)
})

describe.each(writers)('$name', ({ id, needsTimes }) => {
  test('says one sentence for each kind of loss, and throws nothing', async () => {
    const random = transcripts({ ticks: 1000 })
    await fc.assert(
      fc.asyncProperty(random, async (transcript) => {
        const { text, bytes, problems } = await writeTranscript(transcript, id)
        const codes = problems.map(({ code }) => code)
        expect(codes).not.toContain('writer-failed')
        expect(new Set(codes).size).toBe(codes.length)
        for (const { message } of problems) expect(message).toMatch(/^[^\n]*\.$/)
        const hasFailed = problems.some(({ severity }) => severity === 'error')
        expect(text === undefined && bytes === undefined).toBe(hasFailed)
      }),
      { numRuns: 50 },
    )
  })

  test('is refused where it needs times and there are none', async () => {
    const untimed = talk([{ start: null, end: null }], { timing: 'none' })
    const codes = await codesOf(untimed, id)
    expect(codes.includes('times-missing')).toBe(needsTimes)
  })

  test('of a transcript with no segments is a file that can be read, or a sentence', async () => {
    const { text, bytes, problems } = await writeTranscript(talk([]), id)
    if (problems.some(({ code }) => code === 'nothing-to-write')) {
      expect(text ?? bytes).toBeUndefined()
      return
    }
    const reading = await readTranscript(bytes ?? new TextEncoder().encode(text))
    expect(reading.format).toBe(id)
    expect(reading.transcript?.segments).toEqual([])
  })

  test('survives what no reader would make', async () => {
    const broken = talk([
      { start: Number.NaN, end: 3 },
      { start: -1, end: 1e300, text: 'a\r\0\ud800\n\n  b' },
      {
        start: 5,
        end: 4,
        speaker: 'who' as SpeakerId,
        words: [{ from: 2, to: 99, start: 7, end: 1 }],
      },
      { start: 6, end: 7, text: '   ' },
    ])
    const { problems } = await writeTranscript(broken, id)
    expect(problems.map(({ code }) => code)).not.toContain('writer-failed')
  })
})

test('an unknown format is a sentence', async () => {
  const { text, problems } = await writeTranscript(talk([{}]), 'no-such')
  expect(text).toBeUndefined()
  expect(problems).toMatchObject([{ code: 'format-unknown', severity: 'error' }])
})

test('what SubRip has no place for is counted, kind by kind', async () => {
  const transcript = talk(
    [
      {
        language: 'fr',
        text: 'One two',
        words: [
          { from: 0, to: 3, start: 0, end: 0.5, confidence: 1 },
          { from: 4, to: 7, start: 0.5, end: 1 },
        ],
      },
      { start: 1.0004, end: 2 },
      { start: null, end: null },
      { start: null, end: null },
    ],
    { title: 'A talk', language: 'en', chapters: [{ start: 0, title: 'One' }] },
  )
  const { problems } = await writeTranscript(transcript, 'subrip')
  expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: 2 segments without a time are left out, because SubRip needs times; choose plain text to keep the text.',
    'note: The times of 2 words are left out: SubRip has none for words.',
    'note: 1 time is more precise than SubRip allows; it is rounded.',
    'note: 1 chapter is left out: SubRip has no place for it beside the text.',
    'note: The title is left out: SubRip has no place for it.',
    'note: The language is left out: SubRip has no place for it.',
    'note: 1 segment is in another language; SubRip cannot mark it.',
  ])
})

test('a blank line cannot be in a cue', async () => {
  const transcript = talk([
    { text: 'One\n\n \nTwo', words: [{ from: 7, to: 10, start: 0, end: 1 }] },
  ])
  const { text, problems } = await writeTranscript(transcript, 'webvtt')
  expect(text).toContain('\n<00:00:00.000>One\nTwo\n')
  expect(problems).toMatchObject([
    { code: 'blank-line-not-kept' },
    { code: 'word-joined-not-kept', severity: 'note' },
  ])
})

test('who would be taken for another speaker is counted', async () => {
  const ada = 'speaker-1' as SpeakerId
  const named = [{ speaker: ada, text: 'Hello' }, { speaker: ada, text: 'there' }, { text: 'Who?' }]
  expect(await codesOf(talk(named, { speakers: [{ id: ada, name: 'ada' }] }), 'subrip')).toEqual([
    'names-unclear-not-kept',
  ])
  expect(await codesOf(talk([{ text: 'Ada Lovelace: a life' }]), 'csv')).toEqual([
    'names-unclear-not-kept',
  ])
  expect(await codesOf(talk([{ text: 'Ada Lovelace: a life' }]), 'webvtt')).toEqual([])
})

test('words closer than the format’s ticks stay inside their segment, in order', async () => {
  const text = 'a b c d'
  const words = [0, 2, 4, 6].map((from, at) => ({
    from,
    to: from + 1,
    start: 1 + at * 0.0005,
    end: 1 + (at + 1) * 0.0005,
  }))
  const transcript = talk([{ start: 1, end: 1.002, text, words }])
  const { text: written, problems } = await writeTranscript(transcript, 'webvtt')
  expect(written).toContain('a <00:00:01.001>b c d\n')
  expect(problems.map(({ code }) => code)).toContain('word-crowded-not-kept')
})

test('times finer than a tick are rounded to the nearest, and nothing is moved further', async () => {
  expect.hasAssertions()
  await fc.assert(
    fc.asyncProperty(transcripts({ ticks: 2 ** 16, overlaps: false }), async (transcript) => {
      const { text } = await writeTranscript(transcript, 'webvtt')
      if (text === undefined) return
      const { transcript: found } = await readTranscript(new TextEncoder().encode(text))
      const timed = transcript.segments.filter(({ start }) => start !== null)
      for (const [index, { start, end }] of found!.segments.entries()) {
        expect(Math.abs(start! - timed[index]!.start!)).toBeLessThan(0.00051)
        expect(Math.abs(end! - timed[index]!.end!)).toBeLessThan(0.00151)
      }
    }),
    { numRuns: 200 },
  )
})

test('an export is named after the recording, else after the title', async () => {
  const { fileName } = await writeTranscript(talk([{}], { title: 'A/B talk' }), 'textgrid')
  expect(fileName).toBe('B talk.TextGrid')
  const named = await writeTranscript(talk([{}]), 'webvtt', { fileName: 'recordings/tea.m4a' })
  expect(named.fileName).toBe('tea.vtt')
})

test.each(['plain-text', 'markdown', 'docx'])('%s says that it joins segments', async (format) => {
  const parts = ['We walked', 'home in the', 'rain.'].map((text, at) => ({
    start: at,
    end: at + 1,
    text,
  }))
  const { problems } = await writeTranscript(talk([...parts, { start: 60, end: 61 }]), format)
  expect(problems.find(({ code }) => code === 'division-not-kept')?.message).toMatch(
    /^2 segments are joined with others or divided: .* is written in paragraphs/,
  )
  expect(await codesOf(talk([{}]), format)).not.toContain('division-not-kept')
})

test('Podcasting JSON says that a segment for each word keeps no division', async () => {
  const words = [
    { from: 0, to: 2, start: 0, end: 0.4 },
    { from: 3, to: 9, start: 0.4, end: 1 },
  ]
  const { problems } = await writeTranscript(
    talk([
      { text: 'We walked', words },
      { start: 1, end: 2 },
    ]),
    'podcasting-json',
  )
  expect(problems.map(({ message }) => message)).toContain(
    'The division of 1 segment is left out: Podcasting 2.0 JSON is written with a segment for each word.',
  )
})
