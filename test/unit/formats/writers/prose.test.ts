import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownLines } from '#formats/readers/markdown/lines.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { toLines } from '#transcript/lines.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { plain } from './held.ts'
import { transcripts } from './random-transcript.ts'

interface Turn {
  readonly name: string | null
  readonly text: string
  readonly start: number | null
}

/** What a text for people keeps: paragraphs, who speaks them, and the second in which each begins. */
function turnsOf(transcript: Transcript): Turn[] {
  const names = new Map(transcript.speakers.map(({ id, name }) => [id, name]))
  return toLines(transcript, 'paragraphs').map(({ speaker, text, start }) => ({
    name: speaker === null ? null : names.get(speaker)!,
    text,
    start: start === null ? null : Math.floor(start),
  }))
}

async function readBack(transcript: Transcript, format: string) {
  const writing = await writeTranscript(transcript, format, { fileName: 'a talk.wav' })
  const bytes = writing.bytes ?? new TextEncoder().encode(writing.text)
  return { writing, reading: await readTranscript(bytes, { fileName: writing.fileName }) }
}

async function checkTurns(transcript: Transcript, format: string): Promise<void> {
  const expected = turnsOf(transcript)
  if (expected.length === 0) return
  const { writing, reading } = await readBack(transcript, format)
  const found = reading.transcript === null ? null : plain(reading.transcript)
  const turns = found?.segments.map(({ name, text, start }) => ({ name, text, start }))
  const title = keepsTitle(format) ? transcript.title : undefined
  if (isDeepStrictEqual({ turns, title: found?.title }, { turns: expected, title })) return
  expect({ turns, title: found?.title }, writing.text).toEqual({ turns: expected, title })
}

function keepsTitle(format: string): boolean {
  return format !== 'plain-text'
}

/** Without chapters, of which a text has those with which a paragraph begins. */
const tame = transcripts({ ticks: 1000, isTame: true }).map((transcript): Transcript => ({
  ...transcript,
  chapters: [],
}))

describe.each(['plain-text', 'markdown', 'docx'])('%s', (format) => {
  test('paragraphs, speakers and seconds come back', { timeout: 60_000 }, async () => {
    expect.hasAssertions()
    await fc.assert(
      fc.asyncProperty(tame, (transcript) => checkTurns(transcript, format)),
      { numRuns: 1000 },
    )
    expect(format).not.toBe('')
  })
})

test('Markdown shows every sign of a text as it is', async () => {
  expect.hasAssertions()
  const nasty = transcripts({ ticks: 1000 })
  await fc.assert(
    fc.asyncProperty(nasty, async ({ timing, speakers, segments }) => {
      const plainly: Transcript = {
        timing,
        speakers,
        chapters: [],
        segments: segments.map(({ text, start, end, speaker, kind, words }) => ({
          text,
          start,
          end,
          speaker,
          kind,
          words,
        })),
      }
      const options = { times: false, speakers: false }
      const { text = '' } = await writeTranscript(plainly, 'markdown', options)
      const shown = markdownLines(text, 0).lines.map((line) => line.text.trim())
      const lines = toLines(plainly, 'paragraphs')
      const expected = lines.flatMap((line) => line.text.split('\n').map((each) => each.trim()))
      expect(
        shown.filter((line) => line !== ''),
        text,
      ).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
