import type { Player } from '#media/player.ts'
import type { Alignments } from '#session/alignment/alignments.ts'
import type { SpeechModels } from '#session/alignment/speech-models.ts'
import type { AudioAnalyses } from '#session/analysis/audio-analyses.ts'
import type { OpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import type { PlayheadStore } from '#state/playhead-store.ts'
import type { AppStore } from '#state/store.ts'
import type { UiRequests } from './ui-requests.ts'

/** What commands need to run. The app that is put together in `app/` has all of it. */
export interface CommandContext {
  readonly store: AppStore
  readonly playhead: PlayheadStore
  readonly player: Player
  readonly transcripts: Pick<OpenTranscripts, 'showNext'>
  readonly analyses: Pick<AudioAnalyses, 'cancelDrawing'>
  readonly alignments: Alignments
  readonly speechModels: Pick<SpeechModels, 'need'>
  readonly uiRequests: UiRequests
}
