import type { ViewContext } from '#ui/kit/app-context.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import { createPlayer } from '#media/player.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'

/**
 * What views need after the first screen, with real stores and a real player of a media element without a source. Sessions and speech models
 * are missing: a test whose view asks them gives its own in `parts`.
 */
export function createViewContext(parts: Partial<ViewContext> = {}): ViewContext {
  const store = parts.store ?? createAppStore()
  store.getState().firstScreenShown()
  return {
    store,
    playhead: createPlayheadStore(store),
    player: createPlayer(document.createElement('audio'), () => {}),
    opener: null as never,
    transcripts: null as never,
    analyses: null as never,
    alignments: null as never,
    speechModels: null as never,
    saveText: null as never,
    uiRequests: createUiRequests(),
    ...parts,
  }
}
