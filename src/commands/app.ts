import type { Player } from '#media/player.ts'
import type { PlayheadStore } from '#state/playhead-store.ts'
import type { AppStore } from '#state/store.ts'
import type { KeptRecordings } from '#storage/kept-recordings.ts'
import type { Alignments } from '#session/alignment/alignments.ts'
import type { SpeechModels } from '#session/alignment/speech-models.ts'
import type { Opener } from '#session/opening/opener.ts'
import type { Studies } from '#session/analysis/studies.ts'
import type { SaveText } from '#session/transcripts/save-text.ts'
import type { Wishes } from './wishes.ts'

/**
 * What a command may use: the store to know; the player, the opener, the studies and the
 * alignments to ask; what is kept, to
 * count and to forget; wishes for the views.
 */
export interface App {
  readonly store: AppStore
  readonly playhead: PlayheadStore
  readonly player: Player
  readonly opener: Opener
  readonly studies: Studies
  readonly alignments: Alignments
  readonly speechModels: SpeechModels
  readonly saveText: SaveText
  readonly kept: Pick<KeptRecordings, 'usage' | 'clear'>
  readonly wishes: Wishes
}
