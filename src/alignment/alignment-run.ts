import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
  LineIssue,
} from './alignment-result.ts'
import type { DraftStep } from './draft-transcript.ts'

/** Where a recording lies (`Place`), what is to be found in it, and against what the app's own files are named. */
export interface AlignmentRequest<Place> {
  readonly place: Place
  readonly order: AlignmentOrder
  /** Of the page: `document.baseURI`. */
  readonly base: string
}

export interface AlignmentReports {
  /** Of the speech model, 0 to 1. */
  onLoading(progress: number): void
  onStep(step: AlignmentStep): void
}

/** An alignment that is under way, off the main thread. */
export interface AlignmentRun {
  /**
   * Rejects with an Error whose message completes "The words could not be found:", named `NoRanges` where the
   * recording's server gives no parts of it. Never settles once it is stopped.
   */
  readonly outcome: Promise<AlignmentOutcome>
  /** Within milliseconds: workers are ended, not asked. Nothing is reported any more. */
  stop(): void
}

export interface DraftRequest<Place> {
  readonly place: Place
  readonly base: string
  /** Seconds of the recording; 0 where it is not known. */
  readonly duration: number
  /** Where an earlier draft stopped; `null` to begin. */
  readonly soFar: { readonly heardUntil: number } | null
}

/** Lines of a draft, and where their words are: `line` counts the lines of this step. */
export interface DraftedStep extends DraftStep {
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

export interface DraftReports extends Pick<AlignmentReports, 'onLoading'> {
  onStep(step: DraftedStep): void
}

/** What is written down; otherwise as an alignment. */
export interface DraftRun {
  /** Rejects with an Error whose message completes "The draft could not be written:". */
  readonly outcome: Promise<void>
  stop(): void
}

export interface AlignmentClient<Place> {
  begin(request: AlignmentRequest<Place>, reports: AlignmentReports): AlignmentRun
  draft(request: DraftRequest<Place>, reports: DraftReports): DraftRun
}
