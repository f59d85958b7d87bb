import type { AcousticScorer } from '#alignment/scoring/acoustic-scorer.ts'
import type { ScorerWorkerApi, ScorerRequest } from './scorer.worker.ts'
import { connectWorker } from './worker-connection.ts'
import type { WorkerConnection } from './worker-connection.ts'
import { createWorkerPool } from './worker-pool.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

/** More would wait for the decoder of the alignment, which is one thread. */
const mostWorkers = 4

/** A worker that a worker starts may never answer: Firefox 153 starts some whose messages do not arrive. */
const answerWithinMs = 8_000

const name = 'the part of Earshot that hears'

/**
 * Scores audio in parallel, in one worker for each core, at most four. They end with the calling worker. `null` on one
 * core, where they would only compete with the caller, and if the first of them does not answer in time or fails.
 * A block that another one does not score is scored by the first.
 */
export async function startScorerPool(request: ScorerRequest): Promise<AcousticScorer | null> {
  const size = Math.min(mostWorkers, navigator.hardwareConcurrency)
  if (size < 2) return null
  const pool = createWorkerPool({
    size,
    connect: () =>
      connectWorker<ScorerWorkerApi>(
        () => new Worker(new URL('./scorer.worker.ts', import.meta.url), { type: 'module' }),
        name,
      ),
    open: (connection) => openInTime(connection, request),
    retryOn: 'rejection',
  })
  try {
    await pool.opened()
  } catch {
    return null
  }
  return {
    concurrency: size,
    scoreBlock: (block) => pool.call((remote) => remote.scoreBlock(block)),
  }
}

async function openInTime(connection: WorkerConnection<ScorerWorkerApi>, request: ScorerRequest) {
  let timer = setTimeout(() => {
    // The answer may have arrived while this worker was busy, and be next in its queue.
    timer = setTimeout(() => connection.fail(new Error(`${name} could not be loaded`)), 100)
  }, answerWithinMs)
  try {
    await connection.call((remote) => remote.open(request))
  } finally {
    clearTimeout(timer)
  }
}
