import { isBusy } from '#state/alignment.ts'
import { noTiming, notAligned } from '#state/transcripts.ts'
import type { TranscriptRecord, TranscriptTiming } from '#state/transcripts.ts'
import { dispatchAlignment } from './alignment-machine.ts'
import type { AlignmentEvent } from './alignment-machine.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'
import { createAnchoring } from './anchoring.ts'
import { openRecords } from './open-records.ts'
import { pausedWork } from './paused-work.ts'
import { restoreDraft } from './restore-draft.ts'
import { createStoredTiming } from './stored-timing.ts'
import { createTaskRunner } from './task-runner.ts'
import { wholeTask } from './tasks.ts'
import { withTiming } from './timing-layer.ts'
import { watchOpened } from './watch-opened.ts'

/** Starts and stops tasks as the listener asks, and as transcripts and recordings come and go. Loaded when first needed. */
export function createAligning(ports: AlignmentPorts): Alignments {
  const { store } = ports
  const records = openRecords(store)
  const stored = createStoredTiming(ports)
  const runner = createTaskRunner({ ...ports, stored })
  const announce = (sentence: string) => store.getState().statusAnnounced(sentence)
  const dispatch = (event: AlignmentEvent) => dispatchAlignment(store, event)

  /** What can be resumed of the shown transcript. */
  function paused() {
    const { recording } = store.getState()
    const duration = recording.status === 'open' ? recording.duration : 0
    const { shown } = records
    return shown && pausedWork(shown, { duration })
  }
  const reset = () => dispatch({ type: 'reset', paused: paused() })

  function giveTiming(record: TranscriptRecord, timing: TranscriptTiming) {
    records.change(record.id, withTiming(record, timing))
    void stored.write({ ...record, timing })
    reset()
  }

  function isWriting(record: TranscriptRecord): boolean {
    const { alignment } = store.getState()
    if (!isBusy(alignment) || alignment.task.goal !== 'draft') return false
    const { transcript } = alignment.task
    // The first lines of a draft are open before the machine knows under which id.
    return transcript === record.id || (transcript === null && record.draft !== null)
  }
  const anchoring = createAnchoring(ports, { runner, stored, isWriting, onNothingToRun: reset })

  const endWatching = watchOpened(ports, {
    onOther(isOtherRecording) {
      const { shown } = records
      if (!isOtherRecording && shown && isWriting(shown)) return
      runner.halt()
      if (isOtherRecording) {
        stored.forget()
        for (const { id, read } of records.all) records.change(id, notAligned(read))
      }
      reset()
    },
    async onReady() {
      const { shown } = records
      if (!shown || runner.isRunning || shown.timing.known.heardUntil > 0) return
      const isRestored = await stored.restore(shown)
      if (records.shown?.id !== shown.id || runner.isRunning) return
      if (isRestored) return reset()
      const { preferences } = store.getState()
      if (!preferences.findWordsByItself || shown.read.timing !== 'none') return
      runner.start(wholeTask('words', shown.id), { isAfresh: true })
    },
    onWithoutTranscript: () => void restoreDraft(ports, { isRunning: () => runner.isRunning }),
  })

  return {
    ...anchoring,
    begin(goal) {
      const { shown } = records
      if (goal === 'draft') {
        const isResumed = shown?.draft?.isComplete === false
        runner.start(wholeTask('draft', isResumed ? shown.id : null))
      } else if (shown) runner.start(wholeTask(goal, shown.id), { isAfresh: true })
    },
    stop() {
      if (!runner.halt()) return
      dispatch({ type: 'stopped', paused: paused() })
      announce('Stopped')
    },
    resume() {
      const { alignment } = store.getState()
      if (alignment.status !== 'paused' && alignment.status !== 'failed') return
      runner.start(alignment.task)
    },
    dismiss: () => dispatch({ type: 'dismissed', paused: paused() }),
    acceptTiming() {
      const { alignment } = store.getState()
      const { shown } = records
      if (alignment.status !== 'done' || alignment.result.kind !== 'compared' || !shown) return
      giveTiming(shown, alignment.result.timing)
      announce('The text has the new times')
    },
    undoTiming() {
      runner.halt()
      const { shown } = records
      if (!shown) return
      records.change(shown.id, { anchors: [] })
      giveTiming({ ...shown, anchors: [] }, noTiming({ keepsRead: shown.read.timing !== 'none' }))
      announce('The text has the times of its file')
    },
    dispose() {
      endWatching()
      runner.halt()
    },
  }
}
