import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import type { AlignmentResult } from '#state/alignment.ts'
import type { TranscriptRecord, TranscriptTiming } from '#state/transcripts.ts'
import { comparePositions } from '#transcript/position.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import * as messages from './alignment-messages.ts'
import { beginAlignment } from './begin-alignment.ts'
import type { RunProgress } from './begin-alignment.ts'
import { compareTiming } from './compare-timing.ts'
import { languageOfTranscript } from './language-of-transcript.ts'
import { openRecords } from './open-records.ts'
import type { StoredTiming } from './stored-timing.ts'
import { showEveryMs, storeEveryMs } from './task-run.ts'
import type { HaltTask, TaskRun } from './task-run.ts'
import { createThrottled } from './throttle.ts'
import { withTiming } from './timing-layer.ts'

/**
 * Aligns a transcript, or a part of it. What is found is shown as the record's interim result, and becomes its timing when the
 * task is over. `from`: what the task goes on from.
 */
export function runAlignment(
  ports: AlignmentPorts & { readonly stored: StoredTiming },
  { task, source, dispatch, onOver }: TaskRun,
  { record, from }: { record: TranscriptRecord; from: TranscriptTiming },
): HaltTask {
  const { store, stored } = ports
  const { id, read, anchors } = record
  const records = openRecords(store)
  const isCheck = task.goal === 'check'
  let last: RunProgress | null = null

  /** The record as it is now; as it was, where its recording has been closed. */
  const current = () => records.find(id) ?? record

  /** The new timing once it reaches as far as the one before; a stopped check or part changes nothing. */
  function foundSoFar(): TranscriptTiming {
    const { timing: before } = current()
    if (!last || isCheck || task.part || before.isComplete) return before
    const { known } = last
    const reachesAsFar = comparePositions(known.undecided, before.known.undecided) >= 0
    return reachesAsFar
      ? { ...from, known: { ...known, words: [...known.words], issues: [...known.issues] } }
      : before
  }
  const showing = createThrottled(() => {
    if (last && records.shown?.id === id) records.change(id, { interim: last.transcript() })
  }, showEveryMs)
  const storing = createThrottled(
    () => void stored.write({ ...current(), timing: foundSoFar() }),
    storeEveryMs,
  )
  function settle(timing: TranscriptTiming) {
    showing.cancel()
    storing.cancel()
    if (isCheck) return
    const changes = withTiming(record, timing)
    records.change(id, changes)
    void stored.write({ ...current(), ...changes })
  }

  function onEnd(outcome: AlignmentOutcome, progress: RunProgress) {
    if (outcome.kind === 'refused') {
      settle(current().timing)
      const problem = task.part
        ? messages.notBetweenAnchorsMessage
        : messages.refusedMessage(outcome.why)
      return onOver({ type: 'refused', problem })
    }
    const isComplete = task.part ? from.isComplete : true
    const found: TranscriptTiming = { ...from, known: progress.known, isComplete }
    settle(found)
    onOver({ type: 'ended', result: resultOf(outcome, { found, progress }) })
  }
  function resultOf(
    { method, tally }: Extract<AlignmentOutcome, { kind: 'aligned' }>,
    { found, progress }: { found: TranscriptTiming; progress: RunProgress },
  ): AlignmentResult {
    if (!isCheck) return { kind: 'timed', method, ...tally }
    const { document } = store.getState()
    const lines = document.status === 'open' ? document.lines : []
    // Lines are compared with the times that they are shown with.
    const shown = document.status === 'open' ? document.transcript : read
    const comparison = compareTiming(lines, { read: shown, heard: progress.transcript() })
    return { ...comparison, timing: found }
  }

  const { language } = languageOfTranscript(record)
  const stop = beginAlignment(
    ports,
    { task, read, language, source, anchors, from },
    {
      onLoading: (progress) => dispatch({ type: 'loaded', progress }),
      onProgress(progress) {
        last = progress
        const { heardUntil, duration, secondsLeft } = progress
        dispatch({ type: 'advanced', heardUntil, duration, secondsLeft })
        if (isCheck || heardUntil === 0) return
        showing.ask()
        if (!task.part) storing.ask()
      },
      onEnd,
      onFailure(why) {
        settle(foundSoFar())
        onOver({ type: 'failed', problem: messages.notAlignedMessage(why) })
      },
    },
  )
  return () => {
    stop()
    settle(foundSoFar())
  }
}
