import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
  LineIssue,
} from './alignment-result.ts'
import type { DraftStep } from './draft-transcript.ts'

/** `Source`: where the recording's bytes come from. */
export interface AlignmentRequest<Source> {
  readonly place: Source
  readonly order: AlignmentOrder
  /** Base URL of the app's own files: `document.baseURI`. */
  readonly base: string
}

export interface AlignmentReports {
  /** Download progress of the speech model, 0 to 1. */
  onLoading(progress: number): void
  onStep(step: AlignmentStep): void
}

/** An alignment in progress, off the main thread. */
export interface AlignmentRun {
  /**
   * Rejects with an Error whose message completes "The words could not be found:", named `NoRanges` where the
   * recording's server supports no range requests. Never settles after `stop`.
   */
  readonly outcome: Promise<AlignmentOutcome>
  /** Terminates the workers, within milliseconds. No callback runs afterwards. */
  stop(): void
}

export interface DraftRequest<Source> {
  readonly place: Source
  readonly base: string
  /** Duration of the recording, seconds; 0 if unknown. */
  readonly duration: number
  /** Where an interrupted draft stopped; `null` to start. */
  readonly soFar: { readonly heardUntil: number } | null
}

/** Lines of a draft transcript with aligned words: `line` counts from the first line of this step. */
export interface DraftedStep extends DraftStep {
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

export interface DraftReports extends Pick<AlignmentReports, 'onLoading'> {
  onStep(step: DraftedStep): void
}

/** A draft transcript in progress, off the main thread. */
export interface DraftRun {
  /** Rejects with an Error whose message completes "The draft could not be written:". */
  readonly outcome: Promise<void>
  stop(): void
}

export interface AlignmentClient<Source> {
  begin(request: AlignmentRequest<Source>, reports: AlignmentReports): AlignmentRun
  draft(request: DraftRequest<Source>, reports: DraftReports): DraftRun
}
