/*
 * The first import of every worker, so that it runs before all other code of it. A worker requests files of the app and the
 * recording that it has been given, and nothing else. The page's Content Security Policy cannot say so, because a listener
 * may open any address over https (docs/adr/0190).
 */
const scope: object = globalThis
const origins = new Set([globalThis.origin])
const { fetch } = globalThis

/** Lets this worker request from the host of an address that the listener has opened. */
export function allowRequestsTo(address: string): void {
  origins.add(new URL(address).origin)
}

/** Redefines a property of the global object where it is defined, which may be a prototype. */
function redefine(name: string, value?: unknown) {
  for (let owner = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
    if (!Object.hasOwn(owner, name)) continue
    if (value === undefined) Reflect.deleteProperty(owner, name)
    else Object.defineProperty(owner, name, { value, writable: false, configurable: false })
  }
}

async function fetchAllowed(asked: RequestInfo | URL, options?: RequestInit): Promise<Response> {
  const request = new Request(asked, options)
  const { origin } = new URL(request.url)
  if (!origins.has(origin))
    throw new TypeError(`this worker may not request anything from ${origin}`)
  return fetch(request)
}

if ('WorkerGlobalScope' in globalThis) {
  redefine('fetch', fetchAllowed)
  for (const name of ['XMLHttpRequest', 'EventSource', 'WebSocket', 'WebTransport']) redefine(name)
}
