import type { Problem } from '#transcript/problem.ts'
import { dataOffset, readZipDirectory, type ZipEntry } from './directory.ts'
import { inflate } from './inflate.ts'

export interface Zip {
  /** The names of its files, without folders and without paths that leave the archive (`../`, `/`). */
  readonly names: readonly string[]
  /**
   * The inflated bytes of one file, at most `maxBytes`, and at most 64 MB for all reads of one archive. Returns an
   * error if the file does not exist, cannot be read, or is a zip bomb.
   */
  read(name: string, limit: { readonly maxBytes: number }): Uint8Array<ArrayBuffer> | Problem
}

/** The limit for one archive, in bytes. */
const mostInflated = 64 * 1024 * 1024

/** The highest compression ratio of a file that is read. Text reaches 10, repetitive XML 40, a zip bomb 1,000. */
const mostRatio = 100

/** Files below this inflated size, in bytes, may have any ratio: an almost empty page compresses very well. */
const alwaysAllowed = 1024 * 1024

/** Opens a ZIP archive; `name` is its name in messages. Nothing is inflated before `read` is called. */
export function openZip(bytes: Uint8Array, name: string): Zip | Problem {
  const directory = readZipDirectory(bytes)
  if (directory.status === 'damaged') return damaged(name)
  if (directory.status !== 'read') return bomb(name)
  const entries = new Map<string, ZipEntry>()
  for (const entry of directory.entries) {
    if (isFile(entry.name) && !entries.has(entry.name)) entries.set(entry.name, entry)
  }
  let left = mostInflated
  return {
    names: [...entries.keys()],
    read(wanted, { maxBytes }) {
      const entry = entries.get(wanted)
      if (entry === undefined) return missing(name, wanted)
      if (entry.isEncrypted) return encrypted(name)
      const from = dataOffset(bytes, entry)
      if (from === -1) return damaged(name)
      const packed = bytes.subarray(from, from + entry.packedSize)
      const allowed = Math.max(alwaysAllowed, entry.packedSize * mostRatio)
      const most = Math.min(maxBytes, left, allowed)
      const found = unpack(packed, entry, most)
      if (found.status !== 'whole') {
        return found.status === 'too-large' ? bomb(name) : damaged(name)
      }
      left -= found.bytes.length
      return found.bytes
    },
  }
}

/** Distinguishes the results of `openZip` and `read`. */
export function isProblem(found: object): found is Problem {
  return 'severity' in found
}

function unpack(packed: Uint8Array, { method, statedSize }: ZipEntry, most: number) {
  if (statedSize > most || (method === 0 && packed.length > most)) {
    return { status: 'too-large' } as const
  }
  if (method === 0) return { status: 'whole', bytes: packed.slice() } as const
  if (method !== 8) return { status: 'damaged' } as const
  const found = inflate(packed, most)
  if (found.status !== 'whole') return found
  return found.bytes.length === statedSize ? found : ({ status: 'damaged' } as const)
}

function isFile(name: string): boolean {
  return name !== '' && !name.endsWith('/') && !/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name)
}

function damaged(name: string): Problem {
  return {
    code: 'zip-damaged',
    severity: 'error',
    message: `${name} is damaged or incomplete, so the text inside cannot be read. Download or save it again.`,
  }
}

function bomb(name: string): Problem {
  return {
    code: 'zip-too-large',
    severity: 'error',
    message: `${name} unpacks to far more data than a transcript has (at most 64 MB are read), so it was not opened. Save its text as a separate file and open that.`,
  }
}

function encrypted(name: string): Problem {
  return {
    code: 'zip-encrypted',
    severity: 'error',
    message: `${name} is protected by a password. Save it without one and open it again.`,
  }
}

function missing(name: string, wanted: string): Problem {
  return {
    code: 'zip-entry-missing',
    severity: 'error',
    message: `${name} is incomplete: “${wanted.slice(0, 80)}” is missing inside. Download or save it again.`,
  }
}
