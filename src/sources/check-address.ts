import { plainName } from './plain-name.ts'

export type CheckedAddress =
  | { readonly ok: true; readonly address: string }
  /** `why` completes "… cannot be opened:". */
  | { readonly ok: false; readonly why: string }

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Resolves an address from a link or a form against `base`. Allowed are `https:`, `http:` on this machine, and the
 * origin of the page.
 */
export function checkAddress(written: string, base: string): CheckedAddress {
  // URL parsers skip tabs and newlines, as in `java\nscript:`.
  const clean = Array.from(written.trim(), (sign) => (isControl(sign) ? '' : sign)).join('')
  if (clean === '') return { ok: false, why: 'it is empty' }
  if (!URL.canParse(clean, base)) return { ok: false, why: 'it is not a web address' }
  const url = new URL(clean, base)
  if (url.username !== '' || url.password !== '') {
    return { ok: false, why: 'it holds a user name or password' }
  }
  const isSameOrigin = url.origin === new URL(base).origin
  const isLocal = url.protocol === 'http:' && localHosts.has(url.hostname)
  if (url.protocol === 'https:' || isLocal || (isSameOrigin && url.protocol === 'http:')) {
    return { ok: true, address: url.href }
  }
  return { ok: false, why: `it begins with ${url.protocol} where https: is needed` }
}

const isControl = (sign: string) => sign < ' ' || sign === '\u007F'

/**
 * The hosts of these addresses other than the page's own and this machine: a request to them reveals the listener's IP
 * address. Addresses that cannot be opened have no host.
 */
export function foreignHosts(written: readonly (string | null)[], base: string): string[] {
  const hosts = written.flatMap((address) => {
    const checked = address === null ? null : checkAddress(address, base)
    if (!checked?.ok) return []
    const { host, hostname } = new URL(checked.address)
    return host === new URL(base).host || localHosts.has(hostname) ? [] : [host]
  })
  return [...new Set(hosts)]
}

/** The file name in an address; the host where it has none. */
export function nameOfAddress(address: string): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '')
  if (last === undefined) return hostname
  try {
    return plainName(decodeURIComponent(last)) || hostname
  } catch {
    return last
  }
}
