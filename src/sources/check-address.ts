export type CheckedAddress =
  | { readonly ok: true; readonly address: string }
  /** `why` completes "… is not an address Earshot can open:". */
  | { readonly ok: false; readonly why: string }

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * An address that came from a link or a person, made whole against `base`; only `https:`, `http:` on this
 * machine, and whatever the page itself was served by.
 */
export function checkAddress(written: string, base: string): CheckedAddress {
  // URL parsers skip tabs and newlines, which has hidden `java\nscript:` before.
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
 * The hosts among these addresses that are neither this page's nor on this machine: whoever asks them for
 * something tells them that it was asked. Addresses that cannot be opened are nobody's.
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

/** The last part of an address, as a file is called. */
export function nameOfAddress(address: string): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '')
  if (last === undefined) return hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
