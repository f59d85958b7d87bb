import { expose, transfer } from 'comlink'
import { loadAcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'
import { createAcousticScorer } from '#alignment/scoring/acoustic-scorer.ts'
import type { AcousticScorer, ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { createModelFiles } from '#sources/model-files.ts'
import { createStoredModels } from '#storage/stored-models.ts'
import { openWithIndex } from './indexed-recording.ts'

/** What is to be heard, and by which model. */
export interface ScorerRequest {
  readonly place: RecordingSource
  readonly index: FrameIndex | null
  /** As `ModelFiles` names it. */
  readonly model: string
  /** Of the page: `document.baseURI`. */
  readonly base: string
}

let ear: Promise<AcousticScorer> | null = null

const api = {
  /** To be asked for first, and once; who hears waits for it. */
  open(request: ScorerRequest) {
    ear = openEar(request)
    // Who hears is told.
    ear.catch(() => undefined)
  },
  async hear(block: number): Promise<ScoredBlock> {
    if (!ear) throw new Error('ear.worker: nothing has been opened')
    const heard = await (await ear).scoreBlock(block)
    const { nearest, phoneLoop, silence, loudness } = heard
    const numbers = [nearest.indices, nearest.relativeDensities, nearest.bestLogDensities]
    const all = [...numbers, phoneLoop, silence, loudness]
    return transfer(
      heard,
      all.map(({ buffer }) => buffer),
    )
  },
}

async function openEar({ place, index, model, base }: ScorerRequest): Promise<AcousticScorer> {
  const files = createModelFiles({ base, cache: createStoredModels() })
  const [acoustic, sound] = await Promise.all([
    loadAcousticModel(files, model),
    openWithIndex(place, index),
  ])
  return createAcousticScorer(acoustic, await sound.createDecoder())
}

export type ScorerWorkerApi = typeof api

expose(api)
