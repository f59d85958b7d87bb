/** A word as the recogniser returned it, before its offsets in the text are known. */
export interface RecognisedWord {
  /** Perhaps with the blank before it; perhaps without the punctuation after it. */
  readonly text: string
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  /** 0 to 1. */
  readonly confidence: number | null
  readonly speaker: string | undefined
  /** The times were computed from the neighbours, not measured. */
  readonly estimated?: boolean
  /** The file says that its time is not known: none is estimated. */
  readonly isUntimed?: true
}
