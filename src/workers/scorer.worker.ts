import '#sources/restrict-network.ts'
import { expose, transfer } from 'comlink'
import { loadAcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'
import { createAcousticScorer } from '#alignment/scoring/acoustic-scorer.ts'
import type { AcousticScorer, ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createModelFiles } from '#sources/model-files.ts'
import { createStoredModels } from '#storage/stored-models.ts'
import { openWithIndex } from './indexed-recording.ts'

/** The recording to score, and the acoustic model. */
export interface ScorerRequest {
  readonly recording: RecordingSource
  readonly index: FrameIndex | null
  /** As `ModelFiles` names it. */
  readonly model: string
  /** Of the page: `document.baseURI`. */
  readonly base: string
}

let scorer: Promise<AcousticScorer> | null = null

const api = {
  /** Called first, and once. Answers at once, which shows that the worker runs; `scoreBlock` waits for the opening. */
  open(request: ScorerRequest) {
    scorer = openScorer(request)
    // `scoreBlock` rejects with the failure; this avoids an unhandled rejection.
    scorer.catch(() => undefined)
  },
  async scoreBlock(block: number): Promise<ScoredBlock> {
    if (!scorer) throw new Error('scorer.worker: nothing has been opened')
    const scored = await (await scorer).scoreBlock(block)
    const { nearest, phoneLoop, silence, loudness } = scored
    const numbers = [nearest.indices, nearest.relativeDensities, nearest.bestLogDensities]
    const all = [...numbers, phoneLoop, silence, loudness]
    return transfer(
      scored,
      all.map(({ buffer }) => buffer),
    )
  },
}

async function openScorer({
  recording,
  index,
  model,
  base,
}: ScorerRequest): Promise<AcousticScorer> {
  const files = createModelFiles({ base, cache: createStoredModels() })
  const [acoustic, audio] = await Promise.all([
    loadAcousticModel(files, model),
    openWithIndex(recording, index),
  ])
  return createAcousticScorer(acoustic, await audio.createDecoder())
}

export type ScorerWorkerApi = typeof api

expose(api)
