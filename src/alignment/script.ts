/** The text that the aligner finds in the audio, unchanged. */
export interface Script {
  /** BCP 47 tag of its main language. */
  readonly language: string
  readonly lines: readonly ScriptLine[]
}

export interface ScriptLine {
  readonly text: string
  /** `sound`: a sound description such as `[door slams]`, which is not spoken. */
  readonly kind: 'speech' | 'sound'
  /** BCP 47 tag, if it differs from the script's. */
  readonly language?: string
}

/** A span of a script's text: offsets into a line's text in UTF-16 code units, half open. */
export interface TextSpan {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** A spoken word, and the span of text it is written as: a word, or a number that is read as several words. */
export interface ScriptWord extends TextSpan {
  /** After text normalisation: lower case, NFC, letters and apostrophes only: `don't`, `nineteen`. */
  readonly spokenForm: string
}

/** Set by the listener: this line of the script starts at this time, seconds. */
export interface Anchor {
  readonly line: number
  readonly time: number
}
