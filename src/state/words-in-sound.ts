import { capAtSilences } from '#transcript/hidden-pauses.ts'
import type { Line } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { TranscriptDocument } from './app-state.ts'

type Silences = readonly TimeRange[] | null

/** The facts that the timeline is derived from, and the timeline. */
export interface SpokenFacts {
  readonly document: TranscriptDocument
  readonly silences: Silences
  readonly timeline: Timeline
}

/** The lines for the timeline: where silences are known, words end where a silence begins. */
export function wordsInSound(document: TranscriptDocument, silences: Silences): readonly Line[] {
  if (document.status === 'none') return []
  const { lines, transcript } = document
  // Where only cues are timed, a cue includes its pauses.
  return silences && transcript.timing === 'word' ? capAtSilences(lines, silences) : lines
}

/** The facts that change with the silences; the timeline stays the same object if it does not change. */
export function withSilences(state: SpokenFacts, silences: Silences): Partial<SpokenFacts> {
  const { document } = state
  if (silences === state.silences) return {}
  const lines = wordsInSound(document, silences)
  if (document.status === 'none' || lines === wordsInSound(document, state.silences)) {
    return { silences }
  }
  return { silences, timeline: createTimeline(lines) }
}
