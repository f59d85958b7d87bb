import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'
import { createApp } from '#app/create-app.ts'
import { ErrorBoundary } from '#app/ErrorBoundary.tsx'
import { keepOffline } from '#app/keep-offline.ts'
import { createMediaElement } from '#app/media-element.ts'
import { seekTo } from '#commands/moving.ts'
import { foreignHosts } from '#sources/check-address.ts'
import { readPageAddress } from '#sources/page-address.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import './app/tokens.css'
import './app/theme.css'

const media = createMediaElement(document)
const app = createApp(media)

const request = readPageAddress(window.location)
const { audio, transcript, chapters, peaks } = request
const hosts = foreignHosts([audio, transcript, chapters, peaks], document.baseURI)
if (audio === null && transcript === null) void app.opener.openDemo(request.time)
else if (hosts.length > 0) app.store.getState().linkOffered({ ...request, hosts })
else void app.opener.openAddresses(request)
window.addEventListener('hashchange', () => {
  const { time } = readPageAddress({ search: '', hash: window.location.hash })
  if (time !== null) seekTo(app, time)
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <AppContext value={app}>
        <App kept={app.kept} />
      </AppContext>
    </ErrorBoundary>
  </StrictMode>,
)

if (import.meta.env.PROD) keepOffline(navigator)
