import type { ByteSource } from '../byte-source.ts'
import { id3HeaderBytes, latin1At, lengthOfId3v2 } from '../frames/tags.ts'
import { id3Text, withoutUnsynchronisation } from './id3-text.ts'
import type { RecordingChapter } from './recording-chapter.ts'

/** Chapters have pictures inside, which are not read. */
const mostFrames = 2000
const largestFrame = 64 * 1024
/** Only tags of v2.3 that are unsynchronised are read whole. */
const largestWholeTag = 16 * 1024 * 1024
const frameHeaderBytes = 10
/** A start that the tag gives in bytes only. */
const unknownStart = 0xffffffff

/**
 * The chapters of an MP3 by its ID3v2.3 or v2.4 tag (https://id3.org/id3v2-chapters-1.0), in order of time: those that
 * the tables of contents list, or all where none is listed. Reads the headers of frames and the frames of chapters, not
 * the pictures. Rejects as `source.read` does.
 */
export async function readId3Chapters(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<readonly RecordingChapter[]> {
  const tag = await openTag(source, signal)
  if (tag === null) return []
  const found: Chapter[] = []
  const listed = new Set<string>()
  for await (const { name, bytes } of framesOf(tag, signal)) {
    if (name === 'CTOC') for (const id of idsOfContents(bytes)) listed.add(id)
    else {
      const chapter = chapterIn(bytes)
      if (chapter !== null) found.push(chapter)
    }
  }
  const shown = found.filter(({ id }) => listed.has(id))
  return (shown.length === 0 ? found : shown)
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, title }) => ({ start, title }))
}

interface Tag {
  readonly version: 3 | 4
  /** Of its frames. */
  readonly from: number
  readonly to: number
  read(from: number, to: number): Promise<Uint8Array>
}

async function openTag(source: ByteSource, signal?: AbortSignal): Promise<Tag | null> {
  const head = await source.read(0, id3HeaderBytes + 4, signal)
  const length = lengthOfId3v2(head, 0)
  const version = head[3]
  if (length === 0 || (version !== 3 && version !== 4)) return null
  const flags = head[5]!
  const footer = (flags & 0x10) === 0 ? 0 : id3HeaderBytes
  const to = Math.min(source.size, length - footer)
  const extended = (flags & 0x40) === 0 ? 0 : extendedBytes(head, version)
  const from = id3HeaderBytes + extended
  // in v2.4, each frame says whether it is unsynchronised
  if (version === 4 || (flags & 0x80) === 0) {
    return { version, from, to, read: (begin, end) => source.read(begin, end, signal) }
  }
  if (to > largestWholeTag) return null
  const whole = withoutUnsynchronisation(await source.read(0, to, signal))
  const read = (begin: number, end: number) => Promise.resolve(whole.subarray(begin, end))
  return { version, from, to: whole.length, read }
}

function extendedBytes(head: Uint8Array, version: 3 | 4): number {
  return version === 4 ? syncsafe(head, id3HeaderBytes) : uint32(head, id3HeaderBytes) + 4
}

/** The frames of chapters and of tables of contents. */
async function* framesOf(
  { version, from, to, read }: Tag,
  signal?: AbortSignal,
): AsyncGenerator<{ name: 'CHAP' | 'CTOC'; bytes: Uint8Array }> {
  let at = from
  for (let count = 0; at + frameHeaderBytes < to && count < mostFrames; count += 1) {
    signal?.throwIfAborted()
    const header = await read(at, at + frameHeaderBytes)
    const name = latin1At(header, 0, 4)
    const size = version === 4 ? syncsafe(header, 4) : uint32(header, 4)
    const begin = at + frameHeaderBytes
    const end = begin + size
    if (!isFrameName(name) || end > to) return
    if (name === 'CHAP' || name === 'CTOC') {
      const flags = version === 4 ? header[9]! : 0
      // a length of four bytes may stand before the content
      const content = await read(
        (flags & 1) === 0 ? begin : begin + 4,
        Math.min(end, begin + largestFrame),
      )
      yield { name, bytes: (flags & 2) === 0 ? content : withoutUnsynchronisation(content) }
    }
    at = end
  }
}

function isFrameName(name: string): boolean {
  return /^[A-Z0-9]{4}$/.test(name)
}

interface Chapter extends RecordingChapter {
  readonly id: string
}

/** `CHAP`: an id, times in milliseconds, and frames of its own, of which `TIT2` is the title. */
function chapterIn(bytes: Uint8Array): Chapter | null {
  const idEnd = bytes.indexOf(0)
  if (idEnd === -1 || idEnd + 17 > bytes.length) return null
  const milliseconds = uint32(bytes, idEnd + 1)
  if (milliseconds === unknownStart) return null
  const title = titleIn(bytes.subarray(idEnd + 17))
  return { id: latin1At(bytes, 0, idEnd), start: milliseconds / 1000, title }
}

function titleIn(bytes: Uint8Array): string {
  let at = 0
  while (at + frameHeaderBytes < bytes.length) {
    const name = latin1At(bytes, at, 4)
    if (!isFrameName(name)) return ''
    const size = sizeInside(bytes, at)
    const content = bytes.subarray(at + frameHeaderBytes, at + frameHeaderBytes + size)
    if (name === 'TIT2') return id3Text(content)
    at += frameHeaderBytes + size
  }
  return ''
}

/** The size of a frame inside another; some programs write it as in v2.3 in tags of v2.4. */
function sizeInside(bytes: Uint8Array, at: number): number {
  const plain = uint32(bytes, at + 4)
  const fits = (size: number) => {
    const next = at + frameHeaderBytes + size
    return next === bytes.length || isFrameName(latin1At(bytes, next, 4))
  }
  const safe = syncsafe(bytes, at + 4)
  return plain !== safe && fits(safe) && !fits(plain) ? safe : plain
}

/** `CTOC`: an id, flags, and the ids of chapters or of other tables. */
function idsOfContents(bytes: Uint8Array): string[] {
  const ids: string[] = []
  const idEnd = bytes.indexOf(0)
  if (idEnd === -1 || idEnd + 3 > bytes.length) return ids
  const count = bytes[idEnd + 2]!
  let at = idEnd + 3
  while (ids.length < count) {
    const end = bytes.indexOf(0, at)
    if (end === -1) break
    ids.push(latin1At(bytes, at, end - at))
    at = end + 1
  }
  return ids
}

function uint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
  return a * 0x1000000 + (b << 16) + (c << 8) + d
}

/** Four times seven bits. */
function syncsafe(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
}
