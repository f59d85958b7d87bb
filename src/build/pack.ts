import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const press = promisify(gzip)
const shelf = join(import.meta.dirname, '../../node_modules/.cache/earshot-speech')

export interface Packed {
  /** Of what is inside: the first 10 hexadecimal digits of its SHA-256. */
  readonly hash: string
  readonly gzipped: Uint8Array
  /** Of what is inside. */
  readonly bytes: number
}

/** As gzip. The models take two seconds, so what has been packed once is kept for the next build. */
export async function pack(content: Uint8Array): Promise<Packed> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const path = join(shelf, `${hash}.gz`)
  const kept = await readFile(path).catch(() => null)
  if (kept) return { hash, gzipped: kept, bytes: content.length }
  const gzipped = await press(content, { level: constants.Z_BEST_COMPRESSION })
  await mkdir(shelf, { recursive: true })
  // Whole or not at all: another build may read it meanwhile.
  await writeFile(`${path}.${process.pid}`, gzipped)
  await rename(`${path}.${process.pid}`, path)
  return { hash, gzipped, bytes: content.length }
}
