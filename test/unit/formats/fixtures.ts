import { readFileSync, readdirSync } from 'node:fs'
import { readTranscript, type ReadOptions } from '#formats/read-transcript.ts'

const folder = new URL('../../fixtures/transcripts/', import.meta.url)

/** The names of a format's fixtures. */
export function fixturesOf(format: string): string[] {
  return readdirSync(new URL(`${format}/`, folder)).sort()
}

/** A fixture's bytes, by `format/name`. */
export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, folder)))
}

export async function readFixture(path: string, hint: ReadOptions = {}) {
  return readTranscript(bytesOf(path), { fileName: path.split('/').at(-1)!, ...hint })
}

export async function readText(text: string, hint: ReadOptions = {}) {
  return readTranscript(new TextEncoder().encode(text), hint)
}

/** A fixture's segments; fails where it could not be read. */
export async function segmentsOf(path: string) {
  const { transcript, problems } = await readFixture(path)
  if (transcript === null)
    throw new Error(`${path}: ${problems.map((problem) => problem.message).join(' ')}`)
  const names = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker.name]))
  return Array.from(transcript.segments, (segment) => ({
    ...segment,
    speaker: segment.speaker === null ? null : names.get(segment.speaker),
    spoken: segment.words.map((word) => ({
      text: segment.text.slice(word.from, word.to),
      start: word.start,
      end: word.end,
    })),
  }))
}

/** A fixture's segments as `1–2.1 Ada: We walked home.`, with its timed words behind them. */
export async function linesOf(path: string): Promise<string[]> {
  const segments = await segmentsOf(path)
  return segments.map(({ start, end, speaker, text, spoken }) => {
    const time = start === null ? '–' : `${rounded(start)}–${rounded(end ?? start)}`
    const name = speaker ? ` ${speaker}:` : ''
    const words = spoken.map((word) => `${word.text} ${rounded(word.start)}–${rounded(word.end)}`)
    return `${time}${name} ${text}${words.length === 0 ? '' : ` [${words.join(', ')}]`}`
  })
}

function rounded(time: number): number {
  return Math.round(time * 1000) / 1000
}
