/** A word as the recogniser wrote it, before its place in the text is known. */
export interface RecognisedWord {
  /** Perhaps with the blank before it, and without the punctuation behind it. */
  readonly text: string
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  /** 0 to 1. */
  readonly confidence: number | null
  readonly speaker: string | undefined
  /** The times were computed from the neighbours, not heard. */
  readonly estimated?: boolean
}
