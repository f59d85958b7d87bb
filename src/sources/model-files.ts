import { speechFiles } from 'virtual:speech-files'
import type { SpeechFile } from 'virtual:speech-files'
import { concatenateBytes } from '#arrays/concatenate.ts'
import type { ModelFiles } from '#alignment/model-files.ts'
import { FetchFailure, requestBytes } from './request-bytes.ts'

const patienceMs = 30_000

/** Bytes under addresses, as long as the browser likes. Every method may fail, and nothing depends on it. */
export interface SpeechModelCache {
  get(address: string): Promise<Uint8Array<ArrayBuffer> | null>
  put(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  has(addresses: readonly string[]): Promise<boolean>
}

export interface FetchedModelFiles extends ModelFiles {
  /** Bytes that come over the network for a part, when none is kept: a whole model, `en-us`, or one file of it. */
  sizeOf(part: string): number
  /** Whether all of a part is on this machine. Never rejects. */
  areStored(part: string): Promise<boolean>
}

export interface ModelFilesOptions {
  /** The page's `document.baseURI`: a worker's own address is another. */
  readonly base: string
  readonly cache: SpeechModelCache
  /** Bytes that are here, of what `sizeOf` counts, over all files that were asked for. */
  readonly onProgress?: (bytes: number) => void
  /** For tests. */
  readonly files?: Readonly<Record<string, SpeechFile>>
}

/** The speech models from the app's own address, kept on this machine once they have come. */
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
      const kept = await cache.get(address).catch(() => null)
      const fromShelf = kept && (await unpacked(kept, file).catch(() => null))
      if (fromShelf) {
        report(path, file.bytes)
        return fromShelf
      }
      // A server that unpacks on the way sends more bytes than were counted on.
      const bytes = await fetchOwn(address, (come) => report(path, Math.min(come, file.bytes)))
      const content = await unpacked(bytes, file)
      await cache.put(address, bytes).catch(() => undefined)
      return content
    },
    sizeOf: (part) => filesOf(part).reduce((sum, { bytes }) => sum + bytes, 0),
    areStored: (part) => cache.has(filesOf(part).map(addressOf)).catch(() => false),
  }
}

async function fetchOwn(address: string, onCome: (bytes: number) => void) {
  const parts: Uint8Array[] = []
  let come = 0
  try {
    const answer = await requestBytes(address, { patienceMs, credentials: 'same-origin' })
    for await (const part of answer.parts()) {
      parts.push(part)
      onCome((come += part.byteLength))
    }
    return concatenateBytes(parts)
  } catch (error) {
    throw new Error(explained(error), { cause: error })
  }
}

function explained(error: unknown): string {
  const isSilent = !(error instanceof FetchFailure) || error.cause !== undefined
  if (isSilent) {
    return 'the server this page came from cannot be reached. Check the connection, then try again; what has come is kept.'
  }
  return `${error.message}. Reload the page, then try again; if it stays so, tell whoever runs this server that its folder “speech” is missing.`
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Some servers say of a `.gz` file that it is gzipped on the way, and browsers then unpack it. */
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
    // Said below.
  }
  throw new Error(
    'a part of it came damaged or incomplete. Try again; if it stays so, reload the page.',
  )
}
