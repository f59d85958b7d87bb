import type { AlignmentClient } from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AppStore } from '#state/store.ts'
import type { AlignmentStore } from '#storage/stored-alignments.ts'
import type { DraftStore } from '#storage/stored-drafts.ts'
import type { Opener } from '../opening/opener.ts'
import type { AnalysisReadingPorts } from '../analysis/open-for-analysis.ts'

/** What alignments need from outside. */
export interface AlignmentPorts {
  readonly store: AppStore
  readonly opener: Pick<Opener, 'recordingSource'>
  readonly client: AlignmentClient<RecordingSource>
  /** Copies a recording that its server gives only as a whole. */
  readonly download: AnalysisReadingPorts['download']
  readonly storedAlignments: AlignmentStore
  readonly storedDrafts: DraftStore
  /** Against which the app's own files are named. */
  readonly pageAddress: string
}
