import { isZip } from './is-zip.ts'

/** No text document has more entries; a directory with a hundred thousand would only use memory. */
const mostEntries = 2000

export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0: stored, 8: deflated. Other methods are not supported. */
  readonly method: number
  /** Bytes in the archive, and inflated bytes as the directory declares them, which may be wrong. */
  readonly packedSize: number
  readonly statedSize: number
  /** Offset of the local header in the file. */
  readonly offset: number
}

export type ZipDirectory =
  | { readonly status: 'read'; readonly entries: readonly ZipEntry[] }
  | { readonly status: 'damaged' | 'crowded' | 'overlapping' }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const entryLength = 46
const localLength = 30

/**
 * Reads the central directory of a ZIP archive (PKWARE APPNOTE 6.3, 4.3.12). Local headers are not searched: an archive
 * without a central directory has been cut off.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === -1) return { status: 'damaged' }
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  // if data precedes the archive, all offsets are too small by its length
  const shift = end - size - view.getUint32(end + 16, true)
  if (shift < 0) return { status: 'damaged' }
  if (count > mostEntries) return { status: 'crowded' }
  const entries: ZipEntry[] = []
  let at = end - size
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entrySignature) {
      return { status: 'damaged' }
    }
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + entryLength + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > end) return { status: 'damaged' }
    const nameBytes = bytes.subarray(at + entryLength, at + entryLength + nameLength)
    const offset = view.getUint32(at + 42, true) + shift
    const packedSize = view.getUint32(at + 20, true)
    if (offset + localLength + packedSize > bytes.length) return { status: 'damaged' }
    entries.push({
      name: new TextDecoder().decode(nameBytes).replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedSize,
      statedSize: view.getUint32(at + 24, true),
      offset,
    })
    at = next
  }
  return doOverlap(entries) ? { status: 'overlapping' } : { status: 'read', entries }
}

/** The names in an archive's directory; empty if it has none that can be read. */
export function namesInZip(bytes: Uint8Array): string[] {
  if (!isZip(bytes)) return []
  const directory = readZipDirectory(bytes)
  return directory.status === 'read' ? directory.entries.map(({ name }) => name) : []
}

/** The offset of an entry's data; -1 if its local header is invalid. */
export function dataOffset(bytes: Uint8Array, { offset, packedSize }: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return -1
  const lengths = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const from = offset + localLength + lengths
  return from + packedSize > bytes.length ? -1 : from
}

/** Finds the end record, which only a comment of up to 64 KB may follow. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

/** Whether entries share bytes, as in the best-known zip bomb. */
function doOverlap(entries: readonly ZipEntry[]): boolean {
  const ordered = [...entries].sort((a, b) => a.offset - b.offset)
  return ordered.some((entry, index) => {
    const next = ordered[index + 1]
    return next !== undefined && entry.offset + localLength + entry.packedSize > next.offset
  })
}
