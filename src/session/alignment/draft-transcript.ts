import type { DraftedStep } from '#alignment/alignment-run.ts'
import { inTranscript } from '#alignment/known-timing.ts'
import { timedTranscript } from '#alignment/timed-transcript.ts'
import type { StoredDraft } from '#storage/stored-drafts.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** The draft of a recording so far. */
export type DraftTranscript = StoredDraft

export const emptyDraftTranscript: DraftTranscript = {
  segments: [],
  heardUntil: 0,
  isComplete: false,
}

/** A machine wrote it: who saves it in a format that has a title says so. */
export const transcriptOfDraft = ({ segments }: Pick<DraftTranscript, 'segments'>): Transcript => ({
  language: 'en',
  timing: segments.some(({ words }) => words.length > 0) ? 'word' : 'segment',
  speakers: [],
  chapters: [],
  segments,
})

/** Lines whose words were not found keep their rough times, and are unsure. */
export function withDraftLines(
  draft: DraftTranscript,
  { lines, words, issues, heardUntil }: DraftedStep,
): DraftTranscript {
  const rough = lines.map(({ text, from, to }): Segment => ({
    start: from,
    end: to,
    speaker: null,
    kind: 'speech',
    text,
    words: [],
  }))
  const written = transcriptOfDraft({ segments: rough })
  const places = rough.map(({ text }, segment) => ({ segment, from: 0, to: text.length }))
  const timed = timedTranscript(written, inTranscript({ words, issues }, places)).segments
  const marked = timed.map((segment): Segment =>
    segment.words.length > 0 || segment.issues
      ? segment
      : { ...segment, issues: [{ from: 0, to: segment.text.length, reason: 'unclear' }] },
  )
  return { ...draft, heardUntil, segments: [...draft.segments, ...marked] }
}

export const countDraftWords = ({ segments }: DraftTranscript): number =>
  segments.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)

/** Words that the acoustic model hears, too. */
export const countTimedWords = ({ segments }: DraftTranscript): number =>
  segments.reduce((sum, { words }) => sum + words.length, 0)
