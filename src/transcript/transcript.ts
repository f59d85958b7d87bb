/**
 * A transcript as plain data: it can be posted to workers and stored as JSON.
 * Times are seconds from the start of the recording; text is NFC with `\n` as its line break.
 */
export interface Transcript {
  readonly title?: string
  /** BCP 47 tag of the language most of it is in. */
  readonly language?: string
  readonly timing: Timing
  readonly speakers: readonly Speaker[]
  readonly chapters: readonly Chapter[]
  /** In order of their start; those without times keep their place in the text. */
  readonly segments: readonly Segment[]
}

/** The finest times the transcript holds that are not estimated: for each word, for each segment only, or none at all. */
export type Timing = 'word' | 'segment' | 'none'

export type SpeakerId = string & { readonly __subject: 'speaker' }

export interface Speaker {
  readonly id: SpeakerId
  readonly name: string
}

export interface Chapter {
  readonly start: number
  readonly title: string
}

/** A cue or utterance as the file divides it: speech, or a sound such as `[door slams]`. */
export interface Segment {
  /** Half open, `[start, end)`. Both are `null` where the transcript does not say when. */
  readonly start: number | null
  readonly end: number | null
  readonly speaker: SpeakerId | null
  /** Somebody else speaks from here on, though the file does not say who. */
  readonly beginsTurn?: true
  readonly kind: 'speech' | 'sound'
  readonly text: string
  /** In order of `from`, not overlapping. Empty where only the segment has times. */
  readonly words: readonly Word[]
  /** BCP 47 tag, where it differs from the transcript's. */
  readonly language?: string
  /** Where times may be wrong or are missing, in order of `from`. Set by alignment only. */
  readonly issues?: readonly TimingIssue[]
}

/** A range of a segment's text that has a time of its own. */
export interface Word {
  /** Offsets into the segment's text in UTF-16 code units, half open. */
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** 0 to 1, as the recogniser said. */
  readonly confidence?: number
  /** The time was computed from its neighbours, not measured. */
  readonly estimated?: boolean
  /** It was looked for in the sound, and may be elsewhere: it is not marked while it is spoken. */
  readonly unsure?: boolean
}

/**
 * Why times found by forced alignment may be wrong.
 * `not-heard`: the words match nothing in the audio; they have no times.
 * `unclear`: the words match the audio poorly.
 * `beside-gap`: the text or the audio next to the words has no counterpart, so their edge is uncertain.
 * `estimated`: no acoustic model for the language; times are spread over the speech and may be off by seconds.
 */
export type TimingIssueReason = 'not-heard' | 'unclear' | 'beside-gap' | 'estimated'

/** A range of text whose times may be wrong or missing: UTF-16 offsets, half open. */
export interface TimingIssue {
  readonly from: number
  readonly to: number
  readonly reason: TimingIssueReason
}

export interface TimedSegment extends Segment {
  readonly start: number
  readonly end: number
}

export function isTimed(segment: Segment): segment is TimedSegment {
  return segment.start !== null && segment.end !== null
}
