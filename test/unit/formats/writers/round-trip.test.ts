import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '#formats/read-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { held, heldFormats, plain, sortTies, type Plain } from './held.ts'
import { transcripts, type Wanted } from './random-transcript.ts'

/** Transcripts have times in thousandths, and all there is, but here: LRC’s lines have no ends to overlap with. */
const wanted: Readonly<Record<string, Wanted>> = {
  lrc: { ticks: 100, overlaps: false },
}

/** Named as a recording might be; WebVTT files named so are chapters where they do not say what they are. */
const fileName = 'Chapter 3.mp3'

async function checkRoundTrip(transcript: Transcript, format: string): Promise<void> {
  const writing = await writeTranscript(transcript, format, { fileName })
  const inOrder = format === 'textgrid' ? sortTies : (whole: Plain) => whole
  const expected = inOrder(held(transcript, format))
  if (writing.text === undefined && writing.bytes === undefined) {
    expect(writing.problems).toMatchObject([
      { code: transcript.segments.length === 0 ? 'nothing-to-write' : 'times-missing' },
    ])
    return
  }
  if (expected.segments.length === 0) return
  const bytes = writing.bytes ?? new TextEncoder().encode(writing.text)
  const reading = await readTranscript(bytes, { fileName: writing.fileName })
  const found = reading.transcript === null ? null : inOrder(plain(reading.transcript))
  // Vitest's own comparison takes a hundred times as long, and its message is only wanted where they differ
  if (reading.format === format && isDeepStrictEqual(found, expected)) return
  expect({ format: reading.format, ...found }, writing.text).toEqual({ format, ...expected })
}

describe.each(heldFormats)('%s', (format) => {
  test('reads what it wrote: all of it that the format can hold', { timeout: 60_000 }, async () => {
    expect.hasAssertions()
    const random = transcripts(wanted[format] ?? { ticks: 1000 })
    await fc.assert(
      fc.asyncProperty(random, (transcript) => checkRoundTrip(transcript, format)),
      { numRuns: 1000 },
    )
    expect(heldFormats).toContain(format)
  })
})
