import { renderToStaticMarkup } from 'react-dom/server'
import { createUiRequests } from '#commands/ui-requests.ts'
import { createAppStore } from '#state/store.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import type { ViewApp } from '#ui/kit/app-context.ts'
import { App } from './App.tsx'
import type { StoredFacts } from './create-app.ts'

/**
 * The page while it opens what its address names, as HTML for `index.html` (`build/first-paint.ts`): what the app shows
 * first, before its code has arrived. It is `inert`, because nothing in it works yet.
 */
export function renderShell(): string {
  const store = createAppStore()
  store.getState().openingReported({ status: 'busy', name: '', progress: null })
  // Nothing else is used before a listener acts. React renders to HTML from the initial state.
  const app = {
    store: { ...store, getInitialState: store.getState },
    playhead: createPlayheadStore(store),
    uiRequests: createUiRequests(),
  } as ViewApp
  return renderToStaticMarkup(
    <div className="app-shell" inert>
      <AppContext value={app}>
        <App stored={nothingStored} />
      </AppContext>
    </div>,
  )
}

const nothingStored: StoredFacts = {
  waveforms: {
    usage: () => Promise.resolve({ recordings: 0, bytes: 0 }),
    clear: () => Promise.resolve(false),
  },
  positions: { count: () => 0, clear: () => {} },
}
