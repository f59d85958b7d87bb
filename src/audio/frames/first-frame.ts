import type { ByteSource } from '../byte-source.ts'
import { adts } from './adts-header.ts'
import { confirmFrames, mostBytesToConfirm } from './confirm-frames.ts'
import type { FrameHeader, FramedFormat } from './frame-header.ts'
import type { InfoFrame } from './info-frame.ts'
import { readInfoFrame } from './info-frame.ts'
import { mp3 } from './mp3-header.ts'
import { beginningOfEndTags, id3HeaderBytes, lengthOfId3v2, latin1At } from './tags.ts'

/** Where the frames of a recording lie. Plain data. */
export interface FramedStream {
  readonly format: FramedFormat['id']
  /** Bytes: the first frame of sound begins at `from`; from `to` on there are only tags. */
  readonly from: number
  readonly to: number
  /** Of the first frame of sound. */
  readonly header: FrameHeader
  /** The note of the encoder before the first frame of sound, and the byte it begins at. */
  readonly info: (InfoFrame & { readonly at: number }) | null
}

export const framedFormats: Record<FramedFormat['id'], FramedFormat> = { mp3, adts }

/** What stands before the first frame and is no tag, bytes: more is no sound file with dirt in front. */
const mostGarbage = 256 * 1024
const readBytes = 64 * 1024
const mostTags = 32

/**
 * Finds the frames without reading through the file: tags are skipped by their length, however large
 * their pictures. `null` where there are none: another format. Rejects as the source does.
 */
export async function findFrames(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<FramedStream | null> {
  let begin = 0
  let bytes = await source.read(0, readBytes, signal)
  for (let tags = 0, length; (length = lengthOfId3v2(bytes, 0)) > 0; tags++) {
    if (tags === mostTags) return null
    begin += length
    bytes =
      length + id3HeaderBytes < bytes.length
        ? bytes.subarray(length)
        : await source.read(begin, begin + readBytes, signal)
  }
  if (isOtherContainer(bytes)) return null
  const to = await beginningOfEndTags(source, signal)

  for (let at = begin; at < Math.min(to, begin + mostGarbage);) {
    if (at > begin || bytes.length < mostBytesToConfirm) {
      bytes = await source.read(at, at + readBytes, signal)
    }
    const isEnd = at + bytes.length >= to
    if (isEnd) bytes = bytes.subarray(0, Math.max(0, to - at))
    const found = firstFrameIn(bytes, isEnd)
    if ('format' in found) return streamFrom({ ...found, bytes, at, to })
    // Nothing more comes, or the source gave less than it said it had.
    if (isEnd || found.searched === 0) return null
    at += found.searched
  }
  return null
}

type Found = { format: FramedFormat; offset: number; header: FrameHeader } | { searched: number }

function firstFrameIn(bytes: Uint8Array, isEnd: boolean): Found {
  let at = bytes.indexOf(0xff)
  for (; at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    for (const format of [mp3, adts]) {
      const header = confirmFrames(format, bytes, { at, isEnd })
      if (header === 'unknown') return { searched: at }
      if (header !== null) return { format, offset: at, header }
    }
  }
  return { searched: bytes.length }
}

function streamFrom({
  format,
  offset,
  header,
  bytes,
  at,
  to,
}: {
  format: FramedFormat
  offset: number
  header: FrameHeader
  bytes: Uint8Array
  at: number
  to: number
}): FramedStream {
  const first = at + offset
  const note = format === mp3 ? readInfoFrame(bytes, offset, header) : null
  const next = note && format.readHeader(bytes, offset + header.length)
  if (!note || !next) return { format: format.id, from: first, to, header, info: null }
  return {
    format: format.id,
    from: first + header.length,
    to,
    header: next,
    info: { ...note, at: first },
  }
}

/** How WAV, RF64, Ogg, FLAC, Matroska, AIFF, CAF, ASF, MPEG video and MP4 begin, and at which byte. */
const otherBeginnings: readonly (readonly [beginning: string, at: number])[] = [
  ...['RIFF', 'RF64', 'OggS', 'fLaC', '\x1aE\xdf\xa3', 'FORM', 'caff', '0&\xb2u'].map(at(0)),
  ...['\0\0\x01\xba', '\0\0\x01\xb3'].map(at(0)),
  ...['ftyp', 'moov', 'mdat', 'free', 'wide', 'skip', 'styp', 'moof'].map(at(4)),
]

function at(place: number) {
  return (beginning: string) => [beginning, place] as const
}

/** Their frames are theirs to read; MPEG's transport stream has a sign every 188 bytes. */
function isOtherContainer(bytes: Uint8Array): boolean {
  return (
    otherBeginnings.some(([text, at]) => latin1At(bytes, at, text.length) === text) ||
    [0, 188, 376].every((place) => bytes[place] === 0x47)
  )
}
