import { capAtSilences } from '#transcript/hidden-pauses.ts'
import type { Line } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { Playback, Preferences, TranscriptDocument } from './app-state.ts'

type Silences = readonly TimeRange[] | null

/** The facts that decide which words are spoken now, and the result. */
export interface SpokenFacts {
  readonly document: TranscriptDocument
  readonly silences: Silences
  readonly preferences: Preferences
  readonly timeline: Timeline
  readonly playback: Playback
}

/** The lines to follow the sound by: where its silences are known, words end with their sound. */
export function wordsInSound(document: TranscriptDocument, silences: Silences): readonly Line[] {
  if (document.status !== 'open') return []
  const { lines, transcript } = document
  // Where only cues are timed, a cue is one stretch with all its pauses.
  return silences && transcript.timing === 'word' ? capAtSilences(lines, silences) : lines
}

/** What changes with the silences. What is spoken, and the timeline, stay the same objects where they can. */
export function withSilences(state: SpokenFacts, silences: Silences): Partial<SpokenFacts> {
  const { document, playback, preferences } = state
  if (silences === state.silences) return {}
  const lines = wordsInSound(document, silences)
  if (document.status !== 'open' || lines === wordsInSound(document, state.silences)) {
    return { silences }
  }
  const timeline = createTimeline(lines)
  const spoken = timeline.spokenAt(playback.time - preferences.outputLatencyMs / 1000)
  const isSame = JSON.stringify(spoken) === JSON.stringify(playback.spoken)
  return { silences, timeline, ...(isSame ? {} : { playback: { ...playback, spoken } }) }
}
