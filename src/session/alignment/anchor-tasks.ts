import type { AlignmentGoal, AlignmentTask } from '#state/alignment.ts'
import { isBusy } from '#state/alignment.ts'
import type { AppState } from '#state/store.ts'
import { topLayer } from '#state/transcripts.ts'
import type { TranscriptRecord } from '#state/transcripts.ts'
import type { TimeAnchor } from '#transcript/found-timing.ts'
import type { Line } from '#transcript/line.ts'
import { comparePositions } from '#transcript/position.ts'
import type { TranscriptPosition } from '#transcript/position.ts'
import { withAnchor } from './anchors.ts'
import { partAround } from './part-of-times.ts'
import { wholeTask } from './tasks.ts'

/** A change of a transcript's anchors, and the anchor it is about. */
export interface AnchorChange {
  readonly anchors: readonly TimeAnchor[]
  readonly around: TimeAnchor
}

/** A line of the shown transcript, and the one after it; `null` for the last. */
export interface LineAndNext {
  readonly line: Line
  readonly next: Line | null
}

/** Adds that the line starts at this time, seconds. */
export function withLineAnchor(
  anchors: readonly TimeAnchor[],
  { line, time }: { line: Line; time: number },
): AnchorChange {
  const around = { ...startOf(line), time }
  return { anchors: withAnchor(anchors, around), around }
}

/** Removes the anchors of a line; `null` where it has none. */
export function withoutLineAnchors(
  anchors: readonly TimeAnchor[],
  { line, next }: LineAndNext,
): AnchorChange | null {
  const isInLine = (anchor: TimeAnchor) =>
    comparePositions(anchor, startOf(line)) >= 0 &&
    (!next || comparePositions(anchor, startOf(next)) < 0)
  const around = anchors.find(isInLine)
  return around ? { anchors: anchors.filter((anchor) => !isInLine(anchor)), around } : null
}

/** What was being done to a whole transcript, and is resumed once an anchor is dealt with. */
export function goalToResume({ alignment }: Pick<AppState, 'alignment'>): AlignmentGoal | null {
  if (!isBusy(alignment)) return null
  const { part, goal, next } = alignment.task
  const interrupted = part ? next : goal
  return interrupted === 'words' || interrupted === 'word-times' ? interrupted : null
}

/**
 * What an anchor asks for: in a text whose times an alignment has found, the words around it, from the anchor before to the
 * one after; and then what it has interrupted. `null`: nothing; the times of a file stay where they are. `record`: with the new anchors; `duration`: of the
 * open recording, seconds.
 */
export function taskAround(
  around: TimeAnchor,
  {
    record,
    duration,
    resumed,
  }: { record: TranscriptRecord; duration: number; resumed: AlignmentGoal | null },
): AlignmentTask | null {
  const { id, anchors, timing } = record
  const { known, isComplete, keepsRead } = timing
  const isDecided = isComplete || comparePositions(around, known.undecided) < 0
  if (isDecided && !keepsRead) {
    const shown = topLayer(record)
    const part = partAround(around, { anchors, duration: timing.duration || duration, shown })
    return { goal: 'words', transcript: id, part, next: resumed }
  }
  return resumed === null ? null : wholeTask(resumed, id)
}

const startOf = ({ segment, offset = 0 }: Line): TranscriptPosition => ({ segment, offset })
