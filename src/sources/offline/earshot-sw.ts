import { readRange, routeOf } from './routes.ts'

/**
 * The service worker, `earshot-sw.js` beside the page: keeps the app's own files (`builtFiles`; the demo's sound
 * and text among them), so that the page opens without a network after the first visit. One build, one cache:
 * a new build brings a new worker, which waits until no page of the old one is open. The page itself comes
 * from the network whenever there is one. Recordings and texts are never kept here, other origins never
 * touched, and speech models have a shelf of their own (`storage/kept-speech.ts`). Sound plays by range
 * requests, which go their own way, save for the demo's while offline: it is kept whole and cut here.
 */
declare const __BUILT_FILES__: readonly string[]
declare const __BUILD__: string
interface WorkerScope extends EventTarget {
  readonly registration: { readonly scope: string }
}
type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Asking = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }

const worker = globalThis as unknown as WorkerScope
const { scope } = worker.registration
const files = new Set(__BUILT_FILES__)
const ownCaches = `earshot-app ${scope} `
const cacheName = ownCaches + __BUILD__

worker.addEventListener('install', (event) => {
  // Names without a hash may be older in the browser's own cache.
  const newest = (path: string) => new Request(new URL(path, scope), { cache: 'no-cache' })
  const keepAll = async () => (await caches.open(cacheName)).addAll(['', ...files].map(newest))
  ;(event as Waiting).waitUntil(keepAll())
})

worker.addEventListener('activate', (event) => {
  const removeOlder = async () => {
    const older = (name: string) => name.startsWith(ownCaches) && name !== cacheName
    await Promise.all((await caches.keys()).filter(older).map((name) => caches.delete(name)))
  }
  ;(event as Waiting).waitUntil(removeOlder())
})

worker.addEventListener('fetch', (event) => {
  const asking = event as Asking
  const { method, url, mode, headers } = asking.request
  const range = headers.get('range')
  const asked = { method, url, mode, hasRange: range !== null }
  const route = routeOf(asked, { scope, files, isOnline: navigator.onLine })
  if (route === 'page') asking.respondWith(fetch(asking.request).catch(() => kept(scope)))
  if (route === 'kept') asking.respondWith(kept(url))
  if (route === 'kept-part') asking.respondWith(keptPart(url, range ?? ''))
})

async function kept(address: string): Promise<Response> {
  const found = await (await caches.open(cacheName)).match(address, { ignoreSearch: true })
  return found ?? fetch(address)
}

async function keptPart(address: string, range: string): Promise<Response> {
  const whole = await (await kept(address)).blob()
  const part = readRange(range, whole.size)
  if (!part) return new Response(null, { status: 416 })
  const { from, to } = part
  const headers = {
    'content-type': whole.type,
    'content-range': `bytes ${from}-${to - 1}/${whole.size}`,
  }
  return new Response(whole.slice(from, to, whole.type), { status: 206, headers })
}
