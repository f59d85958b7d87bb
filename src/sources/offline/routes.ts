/** What the service worker needs to know of a request. */
export interface RoutedRequest {
  readonly method: string
  readonly url: string
  /** `navigate` for a page. */
  readonly mode: string
  readonly hasRange: boolean
}

/**
 * How a request is answered. `not-ours`: as without a service worker. `page`: from the network, else from the cache.
 * `cached`: from the cache, else from the network. `cached-part`: a range of a cached file, while offline.
 */
export type Route = 'not-ours' | 'page' | 'cached' | 'cached-part'

export interface RoutingContext {
  /** The address of the app's folder, with a slash at the end. */
  readonly scope: string
  /** Addresses of the app's own files, relative to it. */
  readonly files: ReadonlySet<string>
  readonly isOnline: boolean
}

/** Requests for other origins, for the listener's files and for speech models are not routed. */
export function routeOf(asked: RoutedRequest, { scope, files, isOnline }: RoutingContext): Route {
  const [address = ''] = asked.url.split(/[?#]/)
  if (asked.method !== 'GET' || !address.startsWith(scope)) return 'not-ours'
  const path = address.slice(scope.length)
  if (asked.mode === 'navigate' && (path === '' || path === 'index.html')) return 'page'
  if (!files.has(path)) return 'not-ours'
  if (!asked.hasRange) return 'cached'
  return isOnline ? 'not-ours' : 'cached-part'
}

/** `bytes=100-199`, `bytes=100-` as a half-open range of `size` bytes; `null` for anything else (RFC 9110, 14.1.2). */
export function readRange(header: string, size: number): { from: number; to: number } | null {
  const found = /^bytes=(\d+)-(\d*)$/.exec(header.trim())
  if (!found) return null
  const from = Number(found[1])
  const to = found[2] === '' ? size : Math.min(size, Number(found[2]) + 1)
  return from < to ? { from, to } : null
}
