/** What the service worker needs to know of a request. */
export interface RoutedRequest {
  readonly method: string
  readonly url: string
  /** `navigate` for a page. */
  readonly mode: string
  readonly hasRange: boolean
}

/**
 * How a request is answered.
 * `not-ours`: as if there were no service worker. `page`: by the network, else as kept. `kept`: as kept, else
 * by the network. `kept-part`: bytes of what is kept, when there is no network.
 */
export type Route = 'not-ours' | 'page' | 'kept' | 'kept-part'

export interface RoutingContext {
  /** The address of the folder that the app lies in, with a slash at the end. */
  readonly scope: string
  /** Addresses of the app's own files, relative to it. */
  readonly files: ReadonlySet<string>
  readonly isOnline: boolean
}

/** Files of other origins, of the listener's and of the speech models are none of the service worker's business. */
export function routeOf(asked: RoutedRequest, { scope, files, isOnline }: RoutingContext): Route {
  const [address = ''] = asked.url.split(/[?#]/)
  if (asked.method !== 'GET' || !address.startsWith(scope)) return 'not-ours'
  const path = address.slice(scope.length)
  if (asked.mode === 'navigate' && (path === '' || path === 'index.html')) return 'page'
  if (!files.has(path)) return 'not-ours'
  if (!asked.hasRange) return 'kept'
  return isOnline ? 'not-ours' : 'kept-part'
}

/** `bytes=100-199`, `bytes=100-`, as half-open places in `size` bytes; `null` for anything else (RFC 9110, 14.1.2). */
export function readRange(header: string, size: number): { from: number; to: number } | null {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header.trim())
  if (!found) return null
  const from = Number(found[1])
  const to = found[2] === '' ? size : Math.min(size, Number(found[2]) + 1)
  return from < to ? { from, to } : null
}
