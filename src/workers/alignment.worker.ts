import '#sources/restrict-network.ts'
import { expose } from 'comlink'
import type { AlignmentRequest, AlignmentReports } from '#alignment/alignment-run.ts'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import { createAligner } from '#alignment/aligner.ts'
import { languageSupport, modelFilesOf } from '#alignment/languages.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { startScorerPool } from './scorer-pool.ts'
import { openIndexed } from './indexed-recording.ts'
import { createModelsWithProgress } from './models-with-progress.ts'
import type { RemoteCallback } from './worker-connection.ts'

const api = {
  async align(
    { place, order, base }: AlignmentRequest<RecordingSource>,
    onLoading: RemoteCallback<AlignmentReports['onLoading']>,
    onStep: RemoteCallback<AlignmentReports['onStep']>,
  ): Promise<AlignmentOutcome> {
    const { audio, duration, index } = await openIndexed(place, order.duration)
    const { language } = order.script
    const support = languageSupport(language)
    const files = createModelsWithProgress({
      base,
      parts: support ? modelFilesOf(support) : [],
      onLoading: (progress) => void onLoading(progress),
    })
    const aligner = await createAligner({ language, files })
    const scorers =
      support && (await startScorerPool({ recording: place, index, model: support.model, base }))
    const steps = aligner.align({ ...order, duration }, scorers ?? (await audio.createDecoder()))
    // An empty step ends the report of loading: the first words take a while.
    const { soFar, range } = order
    const heardUntil = soFar?.heardUntil ?? range?.start ?? 0
    await onStep({ heardUntil, decidedLines: soFar?.decidedLines ?? 0, words: [], issues: [] })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
      // The outcome has another message channel, in which it could overtake the steps.
      await onStep(step.value)
    }
  },
}

export type AlignmentWorkerApi = typeof api

expose(api)
