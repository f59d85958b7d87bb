import { proxy, wrap } from 'comlink'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import type { AlignmentClient } from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentWorkerApi } from './alignment.worker.ts'
import type { DraftWorkerApi } from './draft.worker.ts'

/** A worker for each alignment and each draft, which lives as long as that. */
export function createAlignmentClient(): AlignmentClient<RecordingSource> {
  return {
    begin: (request, reports) =>
      inWorker(
        new Worker(new URL('./alignment.worker.ts', import.meta.url), { type: 'module' }),
        reports,
        async (worker, { onLoading, onStep }): Promise<AlignmentOutcome> =>
          wrap<AlignmentWorkerApi>(worker).align(request, proxy(onLoading), proxy(onStep)),
      ),
    draft: (request, reports) =>
      inWorker(
        new Worker(new URL('./draft.worker.ts', import.meta.url), { type: 'module' }),
        reports,
        async (worker, { onLoading, onStep }) =>
          wrap<DraftWorkerApi>(worker).draft(request, proxy(onLoading), proxy(onStep)),
      ),
  }
}

interface Reports<Step> {
  onLoading(progress: number): void
  onStep(step: Step): void
}

/** What the worker says is passed on until it is stopped; of loading, until there is something to tell. */
function inWorker<Step, Outcome>(
  worker: Worker,
  { onLoading, onStep }: Reports<Step>,
  begin: (worker: Worker, reports: Reports<Step>) => Promise<Outcome>,
): { outcome: Promise<Outcome>; stop(): void } {
  let isStopped = false
  let hasBegun = false
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message || 'the part of Earshot that does this could not be loaded'))
    })
  })
  const work = begin(worker, {
    onLoading(progress) {
      if (!isStopped && !hasBegun) onLoading(progress)
    },
    onStep(step) {
      hasBegun = true
      if (!isStopped) onStep(step)
    },
  })
  return {
    outcome: Promise.race([work, broken]).finally(() => worker.terminate()),
    stop() {
      isStopped = true
      worker.terminate()
    },
  }
}
