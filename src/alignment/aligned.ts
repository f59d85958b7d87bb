import type { Anchor, Script, TextStretch } from './script.ts'

/** A stretch of the text with the time at which it is heard. */
export interface AlignedWord extends TextStretch {
  /** Seconds, half open. */
  readonly start: number
  readonly end: number
  /** 0 to 1: how much speaks for this place. 0.5 and above is sure. */
  readonly confidence: number
}

/**
 * Why a stretch of the text has no time, or one that may be wrong.
 * `not-heard`: nothing in the sound is like it; its words have no times.
 * `unclear`: the sound there is less like the words than elsewhere in the recording.
 * `beside-gap`: the text or the sound beside it has no counterpart, so its rim is uncertain.
 * `estimated`: the language has no model; the times are spread over the speech, and off by seconds.
 */
export type DoubtReason = 'not-heard' | 'unclear' | 'beside-gap' | 'estimated'

export interface Doubt extends TextStretch {
  readonly reason: DoubtReason
}

/** What is known up to a moment of the recording; nothing before it changes any more. */
export interface AlignmentStep {
  /** Seconds: the sound up to here has been dealt with. */
  readonly heardUntil: number
  /** Place in the script up to which it is known whether and when it is heard: the first undecided line. */
  readonly decidedLines: number
  /** In order of the text; new since the step before. */
  readonly words: readonly AlignedWord[]
  /** New since the step before. */
  readonly doubts: readonly Doubt[]
}

/** Where an alignment stands, to go on from there another day. Plain data. */
export interface AlignmentSoFar {
  readonly heardUntil: number
  readonly decidedLines: number
  readonly words: readonly AlignedWord[]
  readonly doubts: readonly Doubt[]
}

export interface AlignmentOrder {
  readonly script: Script
  /** In order of the text and of time. */
  readonly anchors: readonly Anchor[]
  /** Seconds of the recording. */
  readonly duration: number
  readonly soFar: AlignmentSoFar | null
  /** Only this part of the recording is looked at, seconds: the script is what is said in it. The whole, else. */
  readonly stretch?: { readonly start: number; readonly end: number }
  /** The script was written from this very sound: what comes before its first word and after its last is no gap. */
  readonly isOfThisSound?: true
}

/**
 * How an alignment ended. `refused` with what would have been made up otherwise:
 * `nothing-to-say`: the text holds no word that is spoken.
 * `no-speech`: the sound holds no speech: music only, silence.
 * `not-together`: hardly anything of the text was heard: another recording's, or another language.
 */
export type AlignmentOutcome =
  | {
      readonly kind: 'aligned'
      readonly method: 'heard' | 'estimated'
      readonly tally: AlignmentTally
    }
  | { readonly kind: 'refused'; readonly why: 'nothing-to-say' | 'no-speech' | 'not-together' }

/** Of the words of the text. */
export interface AlignmentTally {
  readonly sure: number
  readonly unsure: number
  readonly notHeard: number
}
