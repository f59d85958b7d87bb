import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CommandContext } from '#commands/command-context.ts'
import type { SpeechModels } from '#session/alignment/speech-models.ts'
import type { Opener } from '#session/opening/opener.ts'
import type { OpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import type { SaveTranscript } from '#session/transcripts/save-transcript.ts'
import type { AppState } from '#state/store.ts'

/** What views need: what commands run with, and what is opened, saved and counted from dialogs. */
export interface ViewContext extends CommandContext {
  readonly opener: Opener
  readonly transcripts: OpenTranscripts
  readonly speechModels: SpeechModels
  readonly saveText: SaveTranscript
}

export const AppContext = createContext<ViewContext | null>(null)

/** The app that this part of the page belongs to. */
export function useApp(): ViewContext {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp: there is no AppContext above this component')
  return app
}

/** A fact of the app store. What changes with the media time is in `playhead`, which no component selects from. */
export function useFact<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select)
}
