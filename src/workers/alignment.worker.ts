import { expose } from 'comlink'
import type { AlignmentRequest, AlignmentReports } from '#alignment/alignment-run.ts'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import { createAligner } from '#alignment/aligner.ts'
import { languageSupport, modelFilesOf } from '#alignment/languages.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createModelFiles } from '#sources/model-files.ts'
import { createStoredModels } from '#storage/stored-models.ts'
import { startScorerPool } from './scorer-pool.ts'
import { openIndexed } from './indexed-recording.ts'
import type { Callback } from './indexed-recording.ts'

const api = {
  async align(
    { place, order, base }: AlignmentRequest<RecordingSource>,
    onLoading: Callback<AlignmentReports['onLoading']>,
    onStep: Callback<AlignmentReports['onStep']>,
  ): Promise<AlignmentOutcome> {
    const { sound, duration, index } = await openIndexed(place, order.duration)
    const { language } = order.script
    const hearing = languageSupport(language)
    const files = createModelFiles({
      base,
      cache: createStoredModels(),
      onProgress(bytes) {
        const size = (hearing ? modelFilesOf(hearing) : []).reduce(
          (sum, part) => sum + files.sizeOf(part),
          0,
        )
        void onLoading(Math.min(1, bytes / size))
      },
    })
    const aligner = await createAligner({ language, files })
    const lanes = hearing && (await startScorerPool({ place, index, model: hearing.model, base }))
    const ear = lanes ?? (await sound.createDecoder())
    const steps = aligner.align({ ...order, duration }, ear)
    // Loading is over, and the first words take a while.
    const { soFar, stretch } = order
    const heardUntil = soFar?.heardUntil ?? stretch?.start ?? 0
    await onStep({ heardUntil, decidedLines: soFar?.decidedLines ?? 0, words: [], issues: [] })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
      // The outcome takes another way than the steps, and must not come before them.
      await onStep(step.value)
    }
  },
}

export type AlignmentWorkerApi = typeof api

expose(api)
