import type { TranscriptRecord } from '#state/transcripts.ts'
import { goalToResume, taskAround, withLineAnchor, withoutLineAnchors } from './anchor-tasks.ts'
import type { AnchorChange, LineAndNext } from './anchor-tasks.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'
import { openRecords } from './open-records.ts'
import type { StoredTiming } from './stored-timing.ts'
import type { TaskRunner } from './task-runner.ts'
import { withAnchors } from './timing-layer.ts'

interface AnchoringParts {
  readonly runner: TaskRunner
  readonly stored: StoredTiming
  /** Whether the page is still writing this transcript: what is done to its lines would be lost. */
  isWriting(record: TranscriptRecord): boolean
  /** The anchors have changed, and there is nothing to run. */
  onNothingToRun(): void
}

/** Changes the anchors of the shown transcript, and aligns anew what stands around them. */
export function createAnchoring(
  { store }: Pick<AlignmentPorts, 'store'>,
  { runner, stored, isWriting, onNothingToRun }: AnchoringParts,
): Pick<Alignments, 'setLineStart' | 'removeAnchor'> {
  const records = openRecords(store)
  const announce = (sentence: string) => store.getState().statusAnnounced(sentence)

  /** The shown transcript, and a line of it; `null` where there is none, or where it cannot be changed now. */
  function lineOf(line: number): { record: TranscriptRecord; place: LineAndNext } | null {
    const { document } = store.getState()
    const { shown: record } = records
    const lines = document.status === 'open' ? document.lines : []
    const at = lines[line]
    if (!record || !at) return null
    if (isWriting(record)) {
      announce('Stop the draft first; then its lines can be moved')
      return null
    }
    return { record, place: { line: at, next: lines[line + 1] ?? null } }
  }

  function change({ id }: TranscriptRecord, { anchors, around }: AnchorChange) {
    const resumed = goalToResume(store.getState())
    runner.halt()
    records.change(id, withAnchors(records.find(id)!, anchors))
    const record = records.find(id)!
    void stored.write(record)
    const { recording } = store.getState()
    const duration = recording.status === 'open' ? recording.duration : 0
    const task = taskAround(around, { record, duration, resumed })
    if (task) runner.start(task)
    else onNothingToRun()
  }

  return {
    setLineStart(line, time) {
      const found = lineOf(line)
      if (!found) return
      const { record, place } = found
      change(record, withLineAnchor(record.anchors, { line: place.line, time }))
    },
    removeAnchor(line) {
      const found = lineOf(line)
      const changed = found && withoutLineAnchors(found.record.anchors, found.place)
      if (!changed) return
      change(found.record, changed)
      announce('Anchor removed')
    },
  }
}
