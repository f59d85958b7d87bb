import type { Problem } from '#transcript/problem.ts'
import type { SliceCreator } from './slice-creator.ts'

/**
 * What an alignment is for.
 * `words`: the text has no times. `word-times`: it has times for segments only. `check`: its times are compared
 * with the sound. `between-anchors`: the listener has set an anchor. `draft`: there is no text.
 */
export type AlignmentPurpose = 'words' | 'word-times' | 'check' | 'between-anchors' | 'draft'

export type AskedPurpose = Exclude<AlignmentPurpose, 'between-anchors'>

export type Alignment =
  | { readonly status: 'idle' }
  /** A key asked for it, and a speech model would have to be loaded: it begins when it is asked for again. */
  | {
      readonly status: 'asked'
      readonly purpose: AskedPurpose
      /** What it would load, and whether that is on this machine already. */
      readonly need: { readonly bytes: number; readonly isKept: boolean }
      readonly before: Alignment
    }
  /** Bytes of the speech model that are still to come from the app's own address. */
  | {
      readonly status: 'loading-model'
      readonly purpose: AlignmentPurpose
      readonly progress: number
    }
  | {
      readonly status: 'running'
      readonly purpose: AlignmentPurpose
      /** Seconds of the recording that have been dealt with, of how many. */
      readonly heardUntil: number
      readonly duration: number
      /** `null` until it can be told. */
      readonly secondsLeft: number | null
    }
  /** Stopped by the listener or by a reload; can be taken up again where it stood. */
  | {
      readonly status: 'interrupted'
      readonly purpose: AlignmentPurpose
      readonly heardUntil: number
      readonly duration: number
    }
  | {
      readonly status: 'done'
      readonly purpose: AlignmentPurpose
      readonly result: AlignmentResult
    }
  /** A sentence for the listener; the text stays as it was. */
  | { readonly status: 'failed'; readonly purpose: AlignmentPurpose; readonly problem: Problem }

export type AlignmentResult =
  | {
      readonly kind: 'timed'
      readonly method: 'heard' | 'estimated'
      readonly sure: number
      readonly unsure: number
      readonly notHeard: number
    }
  /** Of a check: nothing has changed yet. */
  | {
      readonly kind: 'compared'
      /** Lines that begin more than half a second beside where they are heard. */
      readonly off: readonly DriftedLine[]
      readonly compared: number
      /** Lines with a time that were not heard: with the new times they would have none. */
      readonly notHeard: number
    }
  | { readonly kind: 'drafted'; readonly words: number }

export interface DriftedLine {
  readonly line: number
  /** Seconds: heard − written. */
  readonly by: number
}

/** A moment that the listener has set: this place of the shown transcript is spoken then. */
export interface TimeAnchor {
  /** Index of the transcript's segment, and offset into its text. */
  readonly segment: number
  readonly from: number
  /** Seconds. */
  readonly time: number
}

export interface AlignmentSlice {
  readonly alignment: Alignment
  /** Of the shown transcript, in its order. */
  readonly anchors: readonly TimeAnchor[]
  /** BCP 47: what the listener says the text is in; `null`: what its file says, or what it looks like. */
  readonly alignmentLanguage: string | null
  /** The shown transcript has times that its file does not have; it can go back to those. */
  readonly isTimedAnew: boolean

  alignmentReported(alignment: Alignment): void
  alignmentLanguageChanged(language: string | null): void
  /** What is known of the times of the transcript that is shown now. */
  timingReported(timing: Pick<AlignmentSlice, 'anchors' | 'isTimedAnew'>): void
}

export const createAlignmentSlice: SliceCreator<AlignmentSlice> = (set) => ({
  alignment: { status: 'idle' },
  anchors: [],
  alignmentLanguage: null,
  isTimedAnew: false,
  alignmentReported: (alignment) => set({ alignment }),
  alignmentLanguageChanged: (alignmentLanguage) => set({ alignmentLanguage }),
  timingReported: (timing) => set(timing),
})
