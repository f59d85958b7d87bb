import { capAtSilences } from '#transcript/hidden-pauses.ts'
import type { Line } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { TranscriptDocument } from './app-state.ts'

type Silences = readonly TimeRange[] | null

/** The facts that decide when which words are spoken, and the result. */
export interface SpokenFacts {
  readonly document: TranscriptDocument
  readonly silences: Silences
  readonly timeline: Timeline
}

/** The lines to follow the sound by: where its silences are known, words end with their sound. */
export function wordsInSound(document: TranscriptDocument, silences: Silences): readonly Line[] {
  if (document.status !== 'open') return []
  const { lines, transcript } = document
  // Where only cues are timed, a cue is one stretch with all its pauses.
  return silences && transcript.timing === 'word' ? capAtSilences(lines, silences) : lines
}

/** The facts that change with the silences. The timeline stays the same object where it can. */
export function withSilences(state: SpokenFacts, silences: Silences): Partial<SpokenFacts> {
  const { document } = state
  if (silences === state.silences) return {}
  const lines = wordsInSound(document, silences)
  if (document.status !== 'open' || lines === wordsInSound(document, state.silences)) {
    return { silences }
  }
  return { silences, timeline: createTimeline(lines) }
}
