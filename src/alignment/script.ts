/** The text that is to be found in the sound, as it stands. Nothing here ever changes it. */
export interface Script {
  /** BCP 47 tag of the language most of it is spoken in. */
  readonly language: string
  readonly lines: readonly ScriptLine[]
}

export interface ScriptLine {
  readonly text: string
  /** A sound, written `[door slams]`, is not spoken. */
  readonly kind: 'speech' | 'sound'
  /** BCP 47 tag, where it differs from the script's. */
  readonly language?: string
}

/** A stretch of a script's text: offsets into a line's text in UTF-16 code units, half open. */
export interface TextStretch {
  readonly line: number
  readonly from: number
  readonly to: number
}

/** Something that is said aloud, for a stretch of the text: a word, or one of the words that a number is read as. */
export interface SpokenWord extends TextStretch {
  /** Lower case, NFC, letters and apostrophes only, as dictionaries write it: `don't`, `nineteen`. */
  readonly spoken: string
}

/** What the listener said: this line of the script begins at this moment, in seconds. */
export interface Anchor {
  readonly line: number
  readonly time: number
}
