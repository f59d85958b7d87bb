import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { App } from '#commands/app.ts'
import type { AppState } from '#state/store.ts'

export const AppContext = createContext<App | null>(null)

/** The app that this part of the page belongs to. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp: there is no AppContext above this component')
  return app
}

/** A fact of the app store. What changes with the media time is in `playhead`, which no component selects from. */
export function useFact<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select)
}
