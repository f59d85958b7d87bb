/**
 * A fault found in a listener's file, returned as a value and not thrown.
 * `message` is for the listener: what happened, where, and what to do.
 */
export interface Problem {
  /** Kebab-case and stable, for tests and for grouping: `time-inverted`, `file-empty`. */
  readonly code: string
  /** `error`: it could not be read. `warning`: it was repaired or left out. `note`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'note'
  readonly message: string
  /** 1-based line of the file, where the fault has a place. */
  readonly line?: number
  /** That line, cut where it is long. */
  readonly quote?: string
}
