import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { endsSentence } from '#transcript/conventions/sentence-ends.ts'
import { chunksOf } from './recogniser/chunks.ts'
import type { SpeechChunk } from './recogniser/chunks.ts'
import type { Recogniser } from './recogniser/recogniser.ts'
import { draftLinesOf } from './recogniser/draft-lines.ts'
import type { DraftLine } from './recogniser/draft-lines.ts'

/** New lines of a draft transcript. They are final. Plain data. */
export interface DraftStep {
  /** Seconds: where to resume. */
  readonly heardUntil: number
  /** In order; new since the previous step. */
  readonly lines: readonly DraftLine[]
}

/** What to transcribe. */
export interface DraftOrder {
  readonly recogniser: Recogniser
  readonly sound: RecordingDecoder
  /** Duration of the recording, seconds. */
  readonly duration: number
  /** Where an interrupted draft stopped; `null` to start. */
  readonly soFar: Pick<DraftStep, 'heardUntil'> | null
}

/** A sentence without a final mark ends at a pause of this length, seconds, */
const longPause = 1
/** or at this length, seconds. */
const maxLine = 30

/**
 * Transcribes a recording by speech recognition: a line per sentence, with times that are off by half a second or so,
 * which the aligner then refines. A sentence that continues in the next chunk is held back. Rejects with an Error
 * whose message completes "The sound cannot be decoded:", or with the recogniser's error.
 */
export async function* transcribeDraft({
  recogniser,
  sound,
  duration,
  soFar,
}: DraftOrder): AsyncGenerator<DraftStep, void, void> {
  /** A sentence that may continue in the next chunk. */
  let open: DraftLine | null = null
  for await (const chunk of chunksOf({ sound, duration, from: soFar?.heardUntil ?? 0 })) {
    const written = draftLinesOf(await recogniser.transcribe(chunk.samples), chunk)
    const { lines, rest } = joinSentence(open, { written, chunk })
    open = rest
    yield { heardUntil: open?.from ?? chunk.end, lines }
  }
  yield { heardUntil: duration, lines: open ? [open] : [] }
}

function joinSentence(
  open: DraftLine | null,
  { written, chunk }: { written: readonly DraftLine[]; chunk: SpeechChunk },
): { lines: DraftLine[]; rest: DraftLine | null } {
  const lines = [...written]
  const first = lines[0]
  if (open && (!first || first.from - open.to >= longPause)) lines.unshift(open)
  else if (open && first) {
    lines[0] = { text: `${open.text} ${first.text}`, from: open.from, to: first.to }
  }
  const last = lines.at(-1)
  if (!last || endsSentence(last.text) || last.to - last.from > maxLine)
    return { lines, rest: null }
  // A resumed draft restarts here, so the place must not be inside a word.
  const isAtPause =
    last.from <= chunk.start ||
    chunk.pauses.some(({ start, end }) => start <= last.from && last.from <= end)
  return isAtPause ? { lines: lines.slice(0, -1), rest: last } : { lines, rest: null }
}
