import type { AlignmentClient } from '#alignment/alignment-run.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AppStore } from '#state/store.ts'
import type { KeptAlignments } from '#storage/kept-alignments.ts'
import type { KeptDrafts } from '#storage/kept-drafts.ts'
import type { Opener } from '../opening/opener.ts'
import type { ReadingPorts } from '../analysis/open-recording.ts'

/** The world outside, as alignments need it. */
export interface AlignmentPorts {
  readonly store: AppStore
  readonly opener: Pick<Opener, 'soundPlace'>
  readonly client: AlignmentClient<RecordingSource>
  /** Copies a recording that its server gives only as a whole. */
  readonly download: ReadingPorts['download']
  readonly kept: KeptAlignments
  readonly keptDrafts: KeptDrafts
  /** Against which the app's own files are named. */
  readonly pageAddress: string
}
