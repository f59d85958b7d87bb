import { proxy } from 'comlink'
import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import type { AlignmentClient } from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentWorkerApi } from './alignment.worker.ts'
import type { DraftWorkerApi } from './draft.worker.ts'
import { callAndEnd, connectWorker } from './worker-connection.ts'
import type { WorkerCall, WorkerConnection } from './worker-connection.ts'
import { WorkerUnderPolicy as Worker } from './worker-under-policy.ts'

const name = 'the part of Earshot that does this'

/** One worker for each alignment and each draft transcript, terminated when that is over. */
export function createAlignmentClient(): AlignmentClient<RecordingSource> {
  return {
    begin: (request, reports) =>
      run(
        connectWorker<AlignmentWorkerApi>(
          () => new Worker(new URL('./alignment.worker.ts', import.meta.url), { type: 'module' }),
          name,
        ),
        reports,
        ({ onLoading, onStep }) =>
          async (remote): Promise<AlignmentOutcome> =>
            remote.align(request, proxy(onLoading), proxy(onStep)),
      ),
    draft: (request, reports) =>
      run(
        connectWorker<DraftWorkerApi>(
          () => new Worker(new URL('./draft.worker.ts', import.meta.url), { type: 'module' }),
          name,
        ),
        reports,
        ({ onLoading, onStep }) =>
          async (remote): Promise<void> =>
            remote.draft(request, proxy(onLoading), proxy(onStep)),
      ),
  }
}

interface Reports<Step> {
  onLoading(progress: number): void
  onStep(step: Step): void
}

/** Callbacks have a message channel of their own, so they may arrive after `stop`; and loading goes on after the first step. */
function run<Api, Step, Outcome>(
  connection: WorkerConnection<Api>,
  { onLoading, onStep }: Reports<Step>,
  begin: (reports: Reports<Step>) => WorkerCall<Api, Outcome>,
): { outcome: Promise<Outcome>; stop(): void } {
  let hasBegun = false
  const ask = begin({
    onLoading(progress) {
      if (connection.status === 'running' && !hasBegun) onLoading(progress)
    },
    onStep(step) {
      hasBegun = true
      if (connection.status === 'running') onStep(step)
    },
  })
  return {
    outcome: callAndEnd(connection, ask),
    stop: connection.end,
  }
}
