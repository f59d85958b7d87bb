import { readdirSync } from 'node:fs'
import { parseSync } from 'subtitle'
import { convertFile } from 'transcriptator'
import { WebVTTParser } from 'webvtt-parser'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { writeTranscript } from '#formats/write-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { isTimed } from '#transcript/transcript.ts'
import { fixturesOf, readFixture } from '../fixtures.ts'

/* What other programs make of the files that are written here. Times in milliseconds. */
interface Times {
  readonly start: number
  readonly end: number
}

const ms = (seconds: number) => Math.round(seconds * 1000)
const folder = new URL('../../../fixtures/transcripts/', import.meta.url)
/** One fixture of each format that has times. */
const transcripts: (readonly [string, Transcript])[] = []

beforeAll(async () => {
  for (const format of readdirSync(folder)) {
    const path = `${format}/${fixturesOf(format)[0]!}`
    const { transcript } = await readFixture(path)
    if (transcript && transcript.timing !== 'none' && transcript.segments.length > 0)
      transcripts.push([path, transcript])
  }
})

const timesOf = ({ segments }: Transcript): Times[] =>
  segments.filter(isTimed).map(({ start, end }) => ({ start: ms(start), end: ms(end) }))

async function differences(
  format: string,
  parse: (text: string) => {
    readonly times: readonly Times[]
    readonly errors?: readonly unknown[]
  },
) {
  const found: string[] = []
  for (const [path, transcript] of transcripts) {
    const { text } = await writeTranscript(transcript, format)
    const { times, errors = [] } = parse(text!)
    const isSame = JSON.stringify(times) === JSON.stringify(timesOf(transcript))
    if (!isSame || errors.length > 0)
      found.push(`${path}: ${times.length} ${JSON.stringify(errors)}`)
  }
  return found
}

describe('written files have the same cues at the same times', () => {
  test('there are transcripts of at least thirty formats', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(30)
  })

  /*
   * Two errors are known and made on purpose, because they keep something that would be lost: the time of a word that is a
   * whole cue, and a voice without a name where the text begins like a name.
   */
  const isOnPurpose = (text: string, { message, line }: { message: string; line: number }) => {
    if (message === '<v> requires an annotation.') return true
    if (message !== 'Timestamp must be between start timestamp and end timestamp.') return false
    // The parser counts from the line break behind the text.
    const [timing, cue] = text.split('\n').slice(line - 3, line - 1)
    const only = /^(?:<v [^>]*>)?<([\d:.]+)>[^<]+$/.exec(cue!)
    return only !== null && timing!.startsWith(`${only[1]!} -->`)
  }

  test('WebVTT for webvtt-parser, which finds no other error than two that are made on purpose', async () => {
    const parser = new WebVTTParser()
    const found = await differences('webvtt', (text) => {
      const { cues, errors: all } = parser.parse(text, 'captions')
      const errors = all.filter((error) => !isOnPurpose(text, error))
      return {
        times: cues.map(({ startTime, endTime }) => ({ start: ms(startTime), end: ms(endTime) })),
        errors,
      }
    })
    expect(found).toEqual([])
  })

  test('WebVTT for transcriptator, the parser of Podcasting 2.0', async () => {
    // It tries SubRip first, and reports that it is none.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const found = await differences('webvtt', (text) => ({
      times: convertFile(text).map(({ startTime, endTime }) => ({
        start: ms(startTime),
        end: ms(endTime),
      })),
    }))
    expect(found).toEqual([])
  })

  test.each(['webvtt', 'subrip'])('%s for subtitle', async (format) => {
    const found = await differences(format, (text) => ({
      times: parseSync(text).flatMap((node) =>
        node.type === 'cue' ? [{ start: node.data.start, end: node.data.end }] : [],
      ),
    }))
    expect(found).toEqual([])
  })
})
