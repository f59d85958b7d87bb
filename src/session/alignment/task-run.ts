import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentTask } from '#state/alignment.ts'
import type { AlignmentEvent } from './alignment-machine.ts'

/** A task to be run on the open recording, and what follows from it. */
export interface TaskRun {
  readonly task: AlignmentTask
  readonly source: RecordingSource
  /** While the task runs. */
  dispatch(event: Extract<AlignmentEvent, { type: 'loaded' | 'advanced' | 'written' }>): void
  /** The task is over, and what it found is in the store. Nothing is dispatched afterwards. */
  onOver(event: Extract<AlignmentEvent, { type: 'ended' | 'refused' | 'failed' }>): void
}

/** Stops a task; what it has found stays. Nothing is dispatched afterwards. */
export type HaltTask = () => void

/** Milliseconds between two times that what was found is shown, and that it is stored. */
export const showEveryMs = 1_000
export const storeEveryMs = 10_000
