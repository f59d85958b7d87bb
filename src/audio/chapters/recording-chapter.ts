/** A chapter that a recording itself names. */
export interface RecordingChapter {
  /** Seconds. */
  readonly start: number
  readonly title: string
}
