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
import { createModelFiles } from '#sources/model-files.ts'
import { createStoredModels } from '#storage/stored-models.ts'
import { openIndexed } from './indexed-recording.ts'
import type { Callback } from './indexed-recording.ts'

const language = 'en'
const models = ['moonshine', 'en-us']
/** Where lines are heard is told by half a second or so: as much sound more is looked at, seconds. */
const margin = 0.7

const api = {
  async draft(
    { place, base, ...order }: DraftRequest<RecordingSource>,
    onLoading: Callback<DraftReports['onLoading']>,
    onStep: Callback<DraftReports['onStep']>,
  ): Promise<void> {
    const { sound, duration } = await openIndexed(place, order.duration)
    const files = createModelFiles({
      base,
      cache: createStoredModels(),
      onProgress(bytes) {
        const size = models.reduce((sum, model) => sum + files.sizeOf(model), 0)
        void onLoading(Math.min(1, bytes / size))
      },
    })
    const aligner = await createAligner({ language, files })
    const recogniser = await createRecogniser({ files })
    // One reads ahead, the other looks back: each has a decoder.
    const read = await sound.createDecoder()
    const timed = await sound.createDecoder()
    const { soFar } = order
    for await (const step of transcribeDraft({ recogniser, sound: read, duration, soFar })) {
      // The end takes another way than the steps, and must not come before them.
      await onStep({ ...step, ...(await timeLines(step, { aligner, sound: timed, duration })) })
    }
  },
}

/** Where the words of new lines are; none where they cannot be found: their lines keep their rough times. */
async function timeLines(
  { lines }: DraftStep,
  { aligner, sound, duration }: { aligner: Aligner; sound: RecordingDecoder; duration: number },
): Promise<{ words: AlignedWord[]; issues: LineIssue[] }> {
  const words: AlignedWord[] = []
  const issues: LineIssue[] = []
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return { words, issues }
  const script = {
    language,
    lines: lines.map(({ text }) => ({ text, kind: 'speech' as const })),
  }
  const stretch = {
    start: Math.max(0, first.from - margin),
    end: Math.min(duration, last.to + margin),
  }
  const isOfThisAudio = true as const
  const order = { script, anchors: [], duration, soFar: null, stretch, isOfThisAudio }
  for await (const step of aligner.align(order, sound)) {
    words.push(...step.words)
    issues.push(...step.issues)
  }
  return { words, issues }
}

export type DraftWorkerApi = typeof api

expose(api)
