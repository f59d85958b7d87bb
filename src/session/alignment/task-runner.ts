import type { AlignmentTask } from '#state/alignment.ts'
import { noTiming } from '#state/transcripts.ts'
import type { TranscriptRecord, TranscriptTiming } from '#state/transcripts.ts'
import { dispatchAlignment } from './alignment-machine.ts'
import type { AlignmentEvent } from './alignment-machine.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { languageName } from './language-name.ts'
import { languageOfTranscript } from './language-of-transcript.ts'
import { openRecords } from './open-records.ts'
import { runAlignment } from './run-alignment.ts'
import { runDraft } from './run-draft.ts'
import type { StoredTiming } from './stored-timing.ts'
import type { HaltTask, TaskRun } from './task-run.ts'
import { wholeTask } from './tasks.ts'

/** Runs tasks on the open recording, one at a time. */
export interface TaskRunner {
  readonly isRunning: boolean
  /**
   * Ends the task that runs, and begins this one; nothing happens where its recording or transcript is not open.
   * `isAfresh`: what is known of the transcript's timing does not count, save its anchors.
   */
  start(task: AlignmentTask, options?: { isAfresh: boolean }): void
  /** False where nothing ran. What was found stays; no event is dispatched. */
  halt(): boolean
}

export function createTaskRunner(
  ports: AlignmentPorts & { readonly stored: StoredTiming },
): TaskRunner {
  const { store } = ports
  const records = openRecords(store)
  const dispatch = (event: AlignmentEvent) => dispatchAlignment(store, event)
  let haltTask: HaltTask | null = null

  function halt(): boolean {
    const stop = haltTask
    haltTask = null
    stop?.()
    return stop !== null
  }

  function start(task: AlignmentTask, { isAfresh } = { isAfresh: false }) {
    const run = toRun(task, { isAfresh })
    if (!run) return
    halt()
    dispatch({ type: 'begun', task })
    haltTask = run()
  }

  /** `null` where what the task needs is not open. */
  function toRun(
    task: AlignmentTask,
    { isAfresh }: { isAfresh: boolean },
  ): (() => HaltTask) | null {
    const source = ports.opener.recordingSource
    const { recording } = store.getState()
    if (!source || recording.status !== 'open') return null
    const run: TaskRun = {
      task,
      source,
      dispatch,
      onOver(event) {
        haltTask = null
        dispatch(event)
        if (event.type === 'ended' && task.next) start(wholeTask(task.next, task.transcript))
      },
    }
    const { duration } = recording
    if (task.goal === 'draft') return () => runDraft(ports, run, recording)
    const id = task.transcript
    if (id === null || !records.find(id)) return null
    return () => {
      // The task before this one has left what it found.
      const record = records.find(id)!
      sayLanguage(record)
      const from = startingPoint(record, { task, isAfresh, duration })
      return runAlignment(ports, run, { record, from })
    }
  }
  function sayLanguage(record: TranscriptRecord) {
    const { language, by } = languageOfTranscript(record)
    if (by !== 'default') return
    const name = languageName(language)
    store
      .getState()
      .statusAnnounced(`The text is taken to be in ${name}; another language can be chosen.`)
  }

  return {
    get isRunning() {
      return haltTask !== null
    },
    start,
    halt,
  }
}

/** The timing that a task goes on from. `duration`: of the open recording, seconds. */
function startingPoint(
  { timing }: TranscriptRecord,
  { task, isAfresh, duration }: { task: AlignmentTask; isAfresh: boolean; duration: number },
): TranscriptTiming {
  const isFromStart = isAfresh || task.goal === 'check' || timing.isComplete
  if (task.part || !isFromStart) return { ...timing, duration: timing.duration || duration }
  return {
    ...noTiming({ keepsRead: task.goal === 'word-times' }),
    duration: duration || timing.duration,
  }
}
