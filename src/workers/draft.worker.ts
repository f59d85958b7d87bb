import '#sources/restrict-network.ts'
import { expose } from 'comlink'
import type { AlignedWord, LineIssue } from '#alignment/alignment-result.ts'
import type { DraftReports, DraftRequest } from '#alignment/alignment-run.ts'
import { createAligner } from '#alignment/aligner.ts'
import type { Aligner } from '#alignment/aligner.ts'
import { transcribeDraft } from '#alignment/draft-transcript.ts'
import type { DraftStep } from '#alignment/draft-transcript.ts'
import { createRecogniser } from '#alignment/recogniser/recogniser.ts'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { openIndexed } from './indexed-recording.ts'
import { createModelsWithProgress } from './models-with-progress.ts'
import type { RemoteCallback } from './worker-connection.ts'

const language = 'en'
const models = ['moonshine', 'en-us']
/** The times of drafted lines are off by up to half a second: audio searched before and after them, seconds. */
const margin = 0.7

const api = {
  async draft(
    { place, base, ...order }: DraftRequest<RecordingSource>,
    onLoading: RemoteCallback<DraftReports['onLoading']>,
    onStep: RemoteCallback<DraftReports['onStep']>,
  ): Promise<void> {
    const { audio, duration } = await openIndexed(place, order.duration)
    const files = createModelsWithProgress({
      base,
      parts: models,
      onLoading: (progress) => void onLoading(progress),
    })
    const aligner = await createAligner({ language, files })
    const recogniser = await createRecogniser({ files })
    // Recognition is ahead of alignment, so each has a decoder.
    const recognised = await audio.createDecoder()
    const aligned = await audio.createDecoder()
    const { soFar } = order
    for await (const step of transcribeDraft({ recogniser, sound: recognised, duration, soFar })) {
      // The outcome has another message channel, in which it could overtake the steps.
      await onStep({ ...step, ...(await alignLines(step, { aligner, audio: aligned, duration })) })
    }
  },
}

/** The times of the words of new lines; no words if they are not found: the lines keep their approximate times. */
async function alignLines(
  { lines }: DraftStep,
  { aligner, audio, duration }: { aligner: Aligner; audio: RecordingDecoder; duration: number },
): Promise<{ words: AlignedWord[]; issues: LineIssue[] }> {
  const words: AlignedWord[] = []
  const issues: LineIssue[] = []
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return { words, issues }
  const script = {
    language,
    lines: lines.map(({ text }) => ({ text, kind: 'speech' as const })),
  }
  const range = {
    start: Math.max(0, first.from - margin),
    end: Math.min(duration, last.to + margin),
  }
  const isOfThisAudio = true as const
  const order = { script, anchors: [], duration, soFar: null, range, isOfThisAudio }
  for await (const step of aligner.align(order, audio)) {
    words.push(...step.words)
    issues.push(...step.issues)
  }
  return { words, issues }
}

export type DraftWorkerApi = typeof api

expose(api)
