import type { Chunk } from './chunks.ts'

/** A sentence, and about where it is heard. Plain data. */
export interface DraftLine {
  readonly text: string
  /** Seconds, rough. */
  readonly from: number
  readonly to: number
}

/** A sentence begins in a pause that is no further than this from where its letters put it. Seconds. */
const nearby = 1.5

/** Titles and single letters before a full stop end no sentence. */
const sentenceEnd =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|No|vs|[A-HJ-Z])\.)(?<=[.?!…]["'”’)]*)\s+(?=["'“‘(]*[\p{Lu}\p{N}])/u

export const sentencesOf = (text: string): string[] =>
  text.split(sentenceEnd).filter((sentence) => sentence !== '')

/** The sentences of a chunk's text, by their letters over the time in which there is sound, ends moved to pauses. */
export function roughLines(
  text: string,
  { start, end, pauses }: Omit<Chunk, 'samples'>,
): DraftLine[] {
  const sentences = sentencesOf(text)
  const letters = sentences.reduce((sum, { length }) => sum + length, 0)
  const silence = pauses.reduce((sum, pause) => sum + pause.end - pause.start, 0)
  const perLetter = (end - start - silence) / Math.max(1, letters)
  /** The moment at which so many seconds of sound have been heard. */
  const momentOf = (heard: number) =>
    pauses.reduce(
      (time, pause) => (pause.start < time ? time + pause.end - pause.start : time),
      start + heard,
    )

  let before = 0
  let from = start
  return sentences.map((text, place) => {
    before += text.length
    const expected = momentOf(before * perLetter)
    const pause = place === sentences.length - 1 ? undefined : nearest(pauses, { expected, from })
    const line = { text, from, to: Math.max(from, pause ? pause.start : Math.min(end, expected)) }
    from = pause ? (pause.start + pause.end) / 2 : line.to
    return line
  })
}

function nearest(
  pauses: Chunk['pauses'],
  { expected, from }: { expected: number; from: number },
): Chunk['pauses'][number] | undefined {
  const distance = ({ start, end }: Chunk['pauses'][number]) =>
    Math.max(0, start - expected, expected - end)
  return (
    pauses
      .filter((pause) => pause.start > from && distance(pause) <= nearby)
      // A long pause is more of an end than a near one.
      .sort(
        (one, other) =>
          distance(one) - (one.end - one.start) - distance(other) + (other.end - other.start),
      )
      .at(0)
  )
}
