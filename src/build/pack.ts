import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const compress = promisify(gzip)
const cacheFolder = join(import.meta.dirname, '../../node_modules/.cache/earshot-speech')

export interface Packed {
  /** The first 10 hexadecimal digits of the SHA-256 of the content. */
  readonly hash: string
  readonly gzipped: Uint8Array
  /** The size of the content. */
  readonly bytes: number
}

/** Compresses with gzip. The models take two seconds, so the result is cached for the next build. */
export async function pack(content: Uint8Array): Promise<Packed> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const path = join(cacheFolder, `${hash}.gz`)
  const cached = await readFile(path).catch(() => null)
  if (cached) return { hash, gzipped: cached, bytes: content.length }
  const gzipped = await compress(content, { level: constants.Z_BEST_COMPRESSION })
  await mkdir(cacheFolder, { recursive: true })
  // Renamed when complete: another build may read the cache at the same time.
  await writeFile(`${path}.${process.pid}`, gzipped)
  await rename(`${path}.${process.pid}`, path)
  return { hash, gzipped, bytes: content.length }
}
