import type { AlignmentGoal, AlignmentPart, AlignmentTask } from '#state/alignment.ts'
import type { AppStore } from '#state/store.ts'
import { shownRecord, topLayer } from '#state/transcripts.ts'
import type { TranscriptId } from '#state/transcripts.ts'
import type { TimeAnchor } from '#transcript/found-timing.ts'

const somePart: AlignmentPart = {
  from: { segment: 0, offset: 0 },
  to: { segment: 1, offset: 0 },
  start: 0,
  end: 10,
}

/** A task of the first transcript that was opened. */
export const taskFor = (goal: AlignmentGoal = 'words'): AlignmentTask => ({
  goal,
  transcript: 'transcript-1' as TranscriptId,
  part: null,
  next: null,
})
export const partTask: AlignmentTask = { ...taskFor(), part: somePart }

/** The listener has set these anchors for the shown transcript. */
export function setAnchors(store: AppStore, anchors: readonly TimeAnchor[]) {
  const { transcripts, transcriptChanged } = store.getState()
  transcriptChanged(transcripts.shownId!, { anchors })
}

/** The shown transcript, if any, has times that it was not read with. */
export function giveTimesAnew(store: AppStore) {
  const { transcripts, transcriptChanged } = store.getState()
  const record = shownRecord(transcripts)
  if (record) transcriptChanged(record.id, { timed: { ...topLayer(record) } })
}

/** The shown transcript has the times that it was read with, and no anchors. */
export function takeTimesAway(store: AppStore) {
  const { transcripts, transcriptChanged } = store.getState()
  transcriptChanged(transcripts.shownId!, { anchors: [], timed: null })
}
