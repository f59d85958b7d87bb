import { readRange, routeOf } from './routes.ts'

/**
 * The service worker, `earshot-sw.js` beside the page. It caches the app's own files, the demo included, so that the
 * page opens without a network after the first visit. Each build has its own cache: a new build brings a new worker,
 * which waits until no page of the old one is open. The page of the first visit gets its parts from the cache as soon as
 * they are there. The page itself comes from the network, where that answers. Recordings
 * and transcripts are never cached here, requests to other origins are not touched, and speech models have their own
 * cache (`storage/stored-models.ts`). Range requests for audio pass, except for the demo while offline: its file is
 * cached whole, and the range is cut from it here.
 */
declare const __BUILT_FILES__: readonly string[]
declare const __BUILD__: string
interface WorkerScope extends EventTarget {
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
}
type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }

const worker = globalThis as unknown as WorkerScope
const { scope } = worker.registration
const files = new Set(__BUILT_FILES__)
const ownCaches = `earshot-app ${scope} `
const cacheName = ownCaches + __BUILD__
/** For a server that does not answer. */
const longestWaitMs = 5000

worker.addEventListener('install', (event) => {
  // The browser's HTTP cache may hold older files of the names without a hash.
  const newest = (path: string) => new Request(new URL(path, scope), { cache: 'no-cache' })
  const cacheAll = async () => (await caches.open(cacheName)).addAll(['', ...files].map(newest))
  ;(event as Waiting).waitUntil(cacheAll())
})

worker.addEventListener('activate', (event) => {
  const removeOlder = async () => {
    const older = (name: string) => name.startsWith(ownCaches) && name !== cacheName
    await Promise.all((await caches.keys()).filter(older).map((name) => caches.delete(name)))
  }
  ;(event as Waiting).waitUntil(removeOlder().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const fetching = event as Fetching
  const { method, url, mode, headers } = fetching.request
  const range = headers.get('range')
  const asked = { method, url, mode, hasRange: range !== null }
  const route = routeOf(asked, { scope, files, isOnline: navigator.onLine })
  if (route === 'page') fetching.respondWith(newestPage(fetching.request))
  if (route === 'cached') fetching.respondWith(cached(url))
  if (route === 'cached-part') fetching.respondWith(cachedPart(url, range ?? ''))
})

/** The page from the network; where that has none, an error of the server, or no answer in time, from the cache. */
async function newestPage(request: Request): Promise<Response> {
  const isLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), longestWaitMs))
  const answer = await Promise.race([fetch(request).catch(() => null), isLate])
  return answer && answer.status < 500 ? answer : cached(scope)
}

async function cached(address: string): Promise<Response> {
  const found = await (await caches.open(cacheName)).match(address, { ignoreSearch: true })
  return found ?? fetch(address)
}

async function cachedPart(address: string, range: string): Promise<Response> {
  const whole = await (await cached(address)).blob()
  const part = readRange(range, whole.size)
  if (!part) return new Response(null, { status: 416 })
  const { from, to } = part
  const headers = {
    'content-type': whole.type,
    'content-range': `bytes ${from}-${to - 1}/${whole.size}`,
  }
  return new Response(whole.slice(from, to, whole.type), { status: 206, headers })
}
