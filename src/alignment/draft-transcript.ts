import type { SoundDecoder } from '#audio/decoding/sound-decoder.ts'
import { chunksOf } from './recogniser/chunks.ts'
import type { Chunk } from './recogniser/chunks.ts'
import type { Recogniser } from './recogniser/recogniser.ts'
import { roughLines } from './recogniser/draft-lines.ts'
import type { DraftLine } from './recogniser/draft-lines.ts'

/** What has been written down, and up to where; nothing before that changes any more. Plain data. */
export interface DraftStep {
  /** Seconds: where to go on from. */
  readonly heardUntil: number
  /** In order; new since the step before. */
  readonly lines: readonly DraftLine[]
}

export interface DraftOrder {
  readonly recogniser: Recogniser
  readonly sound: SoundDecoder
  /** Seconds of the recording. */
  readonly duration: number
  /** Where an earlier draft stopped; `null` to begin. */
  readonly soFar: Pick<DraftStep, 'heardUntil'> | null
}

/** A sentence without an end ends where a pause is as long as this, seconds, */
const longPause = 1
/** or when it is as long as this. */
const longestLine = 30

/**
 * Writes down what is said in a recording: a line for each sentence, with times that are off by half a second or
 * so, for the aligner to do better. A sentence that goes on in the next chunk waits for its end. Rejects with an
 * Error whose message completes "The sound cannot be decoded:", or with what the recogniser rejects with.
 */
export async function* writeDraft({
  recogniser,
  sound,
  duration,
  soFar,
}: DraftOrder): AsyncGenerator<DraftStep, void, void> {
  /** A sentence that has begun, not told yet. */
  let begun: DraftLine | null = null
  for await (const chunk of chunksOf({ sound, duration, from: soFar?.heardUntil ?? 0 })) {
    const written = roughLines(await recogniser.transcribe(chunk.samples), chunk)
    const { lines, rest } = withBegun(begun, { written, chunk })
    begun = rest
    yield { heardUntil: begun?.from ?? chunk.end, lines }
  }
  yield { heardUntil: duration, lines: begun ? [begun] : [] }
}

function withBegun(
  begun: DraftLine | null,
  { written, chunk }: { written: readonly DraftLine[]; chunk: Chunk },
): { lines: DraftLine[]; rest: DraftLine | null } {
  const lines = [...written]
  const first = lines[0]
  if (begun && (!first || first.from - begun.to >= longPause)) lines.unshift(begun)
  else if (begun && first) {
    lines[0] = { text: `${begun.text} ${first.text}`, from: begun.from, to: first.to }
  }
  const last = lines.at(-1)
  if (!last || hasEnd(last.text) || last.to - last.from > longestLine) return { lines, rest: null }
  // It is heard again when the draft is taken up here, so a place inside a word would not do.
  const isAtPause =
    last.from <= chunk.start ||
    chunk.pauses.some(({ start, end }) => start <= last.from && last.from <= end)
  return isAtPause ? { lines: lines.slice(0, -1), rest: last } : { lines, rest: null }
}

const hasEnd = (text: string) => /[.?!…]["'”’)]*$/.test(text)
