import type { TranscriptPosition } from '#transcript/position.ts'
import type { Problem } from '#transcript/problem.ts'
import type { TranscriptId, TranscriptTiming } from './transcripts.ts'

/**
 * What an alignment is for.
 * `words`: times for every word of the text. `word-times`: the same, near the times that its segments have already.
 * `check`: its times are compared with the audio. `draft`: a transcript is written.
 */
export type AlignmentGoal = 'words' | 'word-times' | 'check' | 'draft'

/** A part of a transcript, half open, and the part of the recording in which it is spoken, seconds. */
export interface AlignmentPart {
  readonly from: TranscriptPosition
  readonly to: TranscriptPosition
  readonly start: number
  readonly end: number
}

/** What is aligned, and to which end. */
export interface AlignmentTask {
  readonly goal: AlignmentGoal
  /** `null`: a draft whose first lines have not been written yet. */
  readonly transcript: TranscriptId | null
  /** Between the anchors beside the one that the listener has set or removed; `null`: the whole. */
  readonly part: AlignmentPart | null
  /** Of the whole: what the part has interrupted, and what is resumed after it. */
  readonly next: AlignmentGoal | null
}

/** What a task would download from the page's own address, bytes, and whether the browser has it already. */
export interface DownloadNeed {
  readonly bytes: number
  readonly isStored: boolean
}

/** How far a task has come: seconds of the recording, of how many. */
export interface AlignmentReach {
  readonly heardUntil: number
  readonly duration: number
}

/** What the app is doing about the times of the shown transcript. `session/alignment/alignment-machine.ts` changes it. */
export type Alignment =
  | { readonly status: 'idle' }
  /** A key asked for a task that downloads a speech model: it begins when it is asked for again. */
  | {
      readonly status: 'offered'
      readonly task: AlignmentTask
      readonly need: DownloadNeed
      readonly before: Exclude<Alignment, { status: 'offered' }>
    }
  | {
      readonly status: 'loading'
      readonly task: AlignmentTask
      /** 0 to 1, of the speech model or of a copy of the recording. */
      readonly progress: number
    }
  | (AlignmentReach & {
      readonly status: 'running'
      readonly task: AlignmentTask
      /** `null` until it can be estimated. */
      readonly secondsLeft: number | null
    })
  /** Stopped by the listener or by a reload; it can be resumed where it stood. */
  | (AlignmentReach & { readonly status: 'paused'; readonly task: AlignmentTask })
  | {
      readonly status: 'done'
      readonly task: AlignmentTask
      readonly result: AlignmentResult
    }
  /** The text and the audio give no times; trying again gives the same. The text stays as it was. */
  | { readonly status: 'refused'; readonly task: AlignmentTask; readonly problem: Problem }
  /** Something broke, which may work another time. */
  | { readonly status: 'failed'; readonly task: AlignmentTask; readonly problem: Problem }

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
      /** The times that were found; the transcript gets them when the listener accepts them. */
      readonly timing: TranscriptTiming
    }
  | { readonly kind: 'drafted'; readonly words: number }

export interface DriftedLine {
  readonly line: number
  /** Seconds: time in the audio − time of the transcript. */
  readonly by: number
}

type Busy = Extract<Alignment, { status: 'loading' | 'running' }>

export const isBusy = (alignment: Alignment): alignment is Busy =>
  alignment.status === 'loading' || alignment.status === 'running'
