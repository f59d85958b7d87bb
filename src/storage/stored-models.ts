/** Downloaded speech models by address, in Cache Storage, which workers can use as well. */
export interface StoredModels {
  get(address: string): Promise<Uint8Array<ArrayBuffer> | null>
  put(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  has(addresses: readonly string[]): Promise<boolean>
  /** Of all models, bytes. */
  size(): Promise<number>
  clear(): Promise<void>
}

const cacheName = 'earshot-speech'

/** Without Cache Storage (no HTTPS, private windows of some browsers) nothing is stored, and nothing fails. */
export function createStoredModels(): StoredModels {
  const open = () => (typeof caches === 'undefined' ? null : caches.open(cacheName))
  return {
    async get(address) {
      const found = await (await open())?.match(address)
      return found ? new Uint8Array(await found.arrayBuffer()) : null
    },
    async put(address, bytes) {
      const cache = await open()
      if (!cache) return
      const size = String(bytes.length)
      await cache.put(address, new Response(bytes, { headers: { 'content-length': size } }))
      await removeOlder(cache, address)
    },
    async has(addresses) {
      const cache = await open()
      if (!cache) return false
      const found = await Promise.all(addresses.map((address) => cache.match(address)))
      return found.every((each) => each !== undefined)
    },
    async size() {
      const cache = await open()
      const stored = (await cache?.matchAll()) ?? []
      return stored.reduce((sum, { headers }) => sum + Number(headers.get('content-length')), 0)
    },
    async clear() {
      if (typeof caches !== 'undefined') await caches.delete(cacheName)
    },
  }
}

/** Deletes the same file of other versions of the app: `…/means-<hash>.gz` with another hash. */
async function removeOlder(cache: Cache, address: string) {
  const stem = stemOf(address)
  for (const { url } of await cache.keys()) {
    if (url !== address && stemOf(url) === stem) await cache.delete(url)
  }
}

const stemOf = (address: string) => address.replace(/-[0-9a-f]{10}\.gz$/, '')
