import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { createApp } from '#app/create-app.ts'
import { ErrorBoundary } from '#app/ErrorBoundary.tsx'
import { registerServiceWorker } from '#app/register-service-worker.ts'
import { createMediaElement } from '#app/media-element.ts'
import { openPageAddress } from '#app/open-page-address.ts'
import { reportFirstScreen } from '#app/report-first-screen.ts'
import { whenWorthRendering } from '#app/first-render.ts'
import { seekTo } from '#commands/moving.ts'
import { readPageAddress } from '#sources/page-address.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import './app/tokens.css'
import './app/theme.css'

const media = createMediaElement(document)
const app = createApp(media)

const opened = openPageAddress(app, { location: window.location, base: document.baseURI })
const firstScreen = reportFirstScreen(app.store, opened)
window.addEventListener('hashchange', () => {
  const { time } = readPageAddress({ search: '', hash: window.location.hash })
  if (time !== null) seekTo(app, time)
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
void whenWorthRendering(app.store, opened).then(() =>
  // In short tasks: a click or a key on the page that index.html shows does not wait for all of it.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary>
          <AppContext value={app}>
            <App stored={app.stored} />
          </AppContext>
        </ErrorBoundary>
      </StrictMode>,
    ),
  ),
)

if (import.meta.env.PROD) {
  void firstScreen.then(() => registerServiceWorker(navigator))
}
