import { splitEnglishSentences } from '#transcript/conventions/sentence-ends.ts'
import type { SpeechChunk } from './chunks.ts'

/** A sentence of a draft transcript with rough times. Plain data. */
export interface DraftLine {
  readonly text: string
  /** Seconds, off by half a second or so. */
  readonly from: number
  readonly to: number
}

/** A sentence ends in a pause at most this far from its estimated end, seconds. */
const maxDistance = 1.5

/**
 * The sentences of a chunk's text. Their times are estimated from their letters over the audio without pauses, and their
 * ends move to the nearest pause.
 */
export function draftLinesOf(
  text: string,
  { start, end, pauses }: Omit<SpeechChunk, 'samples'>,
): DraftLine[] {
  const sentences = splitEnglishSentences(text)
  const letters = sentences.reduce((sum, { length }) => sum + length, 0)
  const silence = pauses.reduce((sum, pause) => sum + pause.end - pause.start, 0)
  const perLetter = (end - start - silence) / Math.max(1, letters)
  /** The time at which this many seconds of audio without pauses have passed. */
  const timeAfter = (seconds: number) =>
    pauses.reduce(
      (time, pause) => (pause.start < time ? time + pause.end - pause.start : time),
      start + seconds,
    )

  let before = 0
  let from = start
  return sentences.map((text, place) => {
    before += text.length
    const expected = timeAfter(before * perLetter)
    const pause = place === sentences.length - 1 ? undefined : nearest(pauses, { expected, from })
    const line = { text, from, to: Math.max(from, pause ? pause.start : Math.min(end, expected)) }
    from = pause ? (pause.start + pause.end) / 2 : line.to
    return line
  })
}

function nearest(
  pauses: SpeechChunk['pauses'],
  { expected, from }: { expected: number; from: number },
): SpeechChunk['pauses'][number] | undefined {
  const distance = ({ start, end }: SpeechChunk['pauses'][number]) =>
    Math.max(0, start - expected, expected - end)
  return (
    pauses
      .filter((pause) => pause.start > from && distance(pause) <= maxDistance)
      // A longer pause beats a nearer one.
      .sort(
        (one, other) =>
          distance(one) - (one.end - one.start) - distance(other) + (other.end - other.start),
      )
      .at(0)
  )
}
