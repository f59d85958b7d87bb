import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CommandContext } from '#commands/command-context.ts'
import type { SpeechModels } from '#session/alignment/speech-models.ts'
import type { Opener } from '#session/opening/opener.ts'
import type { OpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import type { SaveTranscript } from '#session/transcripts/save-transcript.ts'
import type { PlayheadStore } from '#state/playhead-store.ts'
import type { StoreOfFacts } from '#state/readable-store.ts'
import type { AppFacts, AppStore } from '#state/store.ts'

/** What the app gives to views: what commands run with, and what dialogs open, save and count. */
export interface ViewContext extends CommandContext {
  readonly opener: Opener
  readonly transcripts: OpenTranscripts
  readonly speechModels: SpeechModels
  readonly saveText: SaveTranscript
}

/** The app as views have it: they read the stores, run commands, and cannot report facts. */
export interface ViewApp extends ViewContext {
  readonly store: StoreOfFacts<AppStore>
  readonly playhead: StoreOfFacts<PlayheadStore>
}

export const AppContext = createContext<ViewApp | null>(null)

export function useApp(): ViewApp {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp: there is no AppContext above this component')
  return app
}

/** A fact of the app store. What changes with the media time is in `playhead`, which no component selects from. */
export function useFact<T>(select: (state: AppFacts) => T): T {
  return useStore(useApp().store, select)
}
