/** A tier of annotations, each with a label and times. */
export interface IntervalTier {
  readonly name: string
  readonly isPoints: boolean
  /** The intervals that have a label. */
  readonly intervals: readonly TierInterval[]
}

export interface TierInterval {
  readonly label: string
  readonly start: number
  /** `null` in a point tier. */
  readonly end: number | null
  readonly line: number
}
