import { speechFiles } from 'virtual:speech-files'
import type { SpeechFile } from 'virtual:speech-files'
import { concatenateBytes } from '#arrays/concatenate.ts'
import type { ModelFiles } from '#alignment/model-files.ts'
import { FetchFailure, requestBytes } from './request-bytes.ts'

const timeoutMs = 30_000

/** Bytes by address, until the browser evicts them. Every method may reject; callers then do without the cache. */
export interface SpeechModelCache {
  get(address: string): Promise<Uint8Array<ArrayBuffer> | null>
  put(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  has(addresses: readonly string[]): Promise<boolean>
}

export interface FetchedModelFiles extends ModelFiles {
  /** Download size of a part that is not cached, bytes. A part is a whole model, `en-us`, or one file of it. */
  sizeOf(part: string): number
  /** Whether all files of a part are cached. Never rejects. */
  areStored(part: string): Promise<boolean>
}

export interface ModelFilesOptions {
  /** The page's `document.baseURI`, which differs from the address of a worker. */
  readonly base: string
  readonly cache: SpeechModelCache
  /** Bytes received so far, in the measure of `sizeOf`, over all requested files. */
  readonly onProgress?: (bytes: number) => void
  /** For tests. */
  readonly files?: Readonly<Record<string, SpeechFile>>
}

/** Reads speech models from the cache, or fetches them from the app's own server and caches them. */
export function createModelFiles({
  base,
  cache,
  onProgress,
  files = speechFiles,
}: ModelFilesOptions): FetchedModelFiles {
  const filesOf = (part: string) =>
    Object.entries(files).flatMap(([path, file]) =>
      path === part || path.startsWith(`${part}/`) ? [file] : [],
    )
  const addressOf = (file: SpeechFile) => new URL(file.address, base).href
  const received = new Map<string, number>()
  const report = (path: string, bytes: number) => {
    received.set(path, bytes)
    onProgress?.(Array.from(received.values()).reduce((sum, each) => sum + each, 0))
  }

  return {
    async read(path) {
      const file = files[path]
      if (!file) throw new Error(`model-files: there is no ${path}`)
      const address = addressOf(file)
      const stored = await cache.get(address).catch(() => null)
      const cached = stored && (await unpacked(stored, file).catch(() => null))
      if (cached) {
        report(path, file.bytes)
        return cached
      }
      // A server with `Content-Encoding: gzip` makes the browser unpack: more bytes arrive than `file.bytes`.
      const bytes = await fetchModel(address, (count) => report(path, Math.min(count, file.bytes)))
      const content = await unpacked(bytes, file)
      await cache.put(address, bytes).catch(() => undefined)
      return content
    },
    sizeOf: (part) => filesOf(part).reduce((sum, { bytes }) => sum + bytes, 0),
    areStored: (part) => cache.has(filesOf(part).map(addressOf)).catch(() => false),
  }
}

async function fetchModel(address: string, onProgress: (bytes: number) => void) {
  const parts: Uint8Array[] = []
  let received = 0
  try {
    const answer = await requestBytes(address, { timeoutMs, credentials: 'same-origin' })
    for await (const part of answer.parts()) {
      parts.push(part)
      onProgress((received += part.byteLength))
    }
    return concatenateBytes(parts)
  } catch (error) {
    throw new Error(explained(error), { cause: error })
  }
}

function explained(error: unknown): string {
  const isUnreachable = !(error instanceof FetchFailure) || error.cause !== undefined
  if (isUnreachable) {
    return 'the server of this page cannot be reached. Check the connection, then try again; downloaded files are stored.'
  }
  return `${error.message}. Reload the page, then try again; if it fails again, tell the owner of this server that its folder “speech” is missing.`
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Some servers send `.gz` files with `Content-Encoding: gzip`, and the browser has unpacked them already. */
async function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  { unpackedBytes }: SpeechFile,
): Promise<Uint8Array<ArrayBuffer>> {
  let content = bytes
  try {
    if (isGzip(bytes)) {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
      content = new Uint8Array(await new Response(stream).arrayBuffer())
    }
    if (content.length === unpackedBytes) return content
  } catch {
    // Reported below.
  }
  throw new Error(
    'a part of it arrived damaged or incomplete. Try again; if it fails again, reload the page.',
  )
}
