import type { ByteSource } from '../byte-source.ts'
import { boxesInOnly, onlyBox, uint64 } from '../packets/mp4/boxes.ts'
import type { Boxes } from '../packets/mp4/boxes.ts'
import { readTimeHead, readTrack } from '../packets/mp4/audio-track.ts'
import { findMovie } from '../packets/mp4/find-movie.ts'
import { readSampleChunks } from '../packets/mp4/sample-chunks.ts'
import { readSampleSizes } from '../packets/mp4/sample-sizes.ts'
import { readSampleTimes } from '../packets/mp4/sample-times.ts'
import type { RecordingChapter } from './recording-chapter.ts'

const mostChapters = 2000
/** Bytes of a title; what follows it in its sample is not text. */
const longestTitle = 1024

/**
 * The chapters of an MP4 or QuickTime file, as audiobooks (`.m4b`) have them, in order of time: those of the track of text
 * that another track names as its chapters (QuickTime File Format, "Chapter Lists"), else of the list `chpl` in the user
 * data, which Nero's programs write. None where the file has neither. Rejects as `source.read` does.
 */
export async function readMp4Chapters(source: ByteSource): Promise<readonly RecordingChapter[]> {
  const movie = await findMovie(source)
  if (!movie) return []
  const ofTrack = await chaptersOfTrack(movie, source)
  const found = ofTrack.length > 0 ? ofTrack : chaptersOfList(movie)
  return found.filter(({ title }) => title !== '').toSorted((a, b) => a.start - b.start)
}

async function chaptersOfTrack(movie: Boxes, source: ByteSource): Promise<RecordingChapter[]> {
  const track = chapterTrack(movie)
  const information = track && boxesInOnly(track.media, 'minf')
  const table = information && boxesInOnly(information, 'stbl')
  const head = track && readTimeHead(track.media, 'mdhd')
  if (!table || !head) return []
  const [sizes, times, chunks] = [
    readSampleSizes(table),
    readSampleTimes(table),
    readSampleChunks(table),
  ]
  if (!sizes || !times || !chunks) return []
  const count = Math.min(sizes.count, times.count, chunks.capacity, mostChapters)
  const chapters: RecordingChapter[] = []
  for (let sample = 0; sample < count; sample++) {
    const { first, byte } = chunks.chunkOf(sample)
    const at = byte + sizes.bytesBefore(sample) - sizes.bytesBefore(first)
    const bytes = await source.read(at, at + Math.min(sizes.sizeOf(sample), longestTitle + 2))
    chapters.push({ start: times.tickOf(sample) / head.timescale, title: titleOfSample(bytes) })
  }
  return chapters
}

/** The track of text that another track refers to as its chapters; a track of their pictures may be beside it. */
function chapterTrack(movie: Boxes) {
  const tracks = (movie.get('trak') ?? []).flatMap((content) => readTrack(content) ?? [])
  const named = new Set(tracks.flatMap(({ boxes }) => referencesOf(boxes)))
  return tracks.find(({ boxes, kind }) => {
    const id = trackId(boxes)
    return id !== null && named.has(id) && (kind === 'text' || kind === 'sbtl')
  })
}

/** `tref` with `chap`: ids of tracks, 32 bits each. */
function referencesOf(track: Boxes): number[] {
  const references = track.has('tref') ? boxesInOnly(track, 'tref') : null
  const list = references && onlyBox(references, 'chap')
  if (!list) return []
  return Array.from({ length: list.byteLength >> 2 }, (_, at) => list.getUint32(at * 4))
}

/** `tkhd` (ISO/IEC 14496-12, 8.3.2). */
function trackId(track: Boxes): number | null {
  const head = onlyBox(track, 'tkhd')
  if (!head || head.byteLength < 24) return null
  return head.getUint32(head.getUint8(0) === 1 ? 20 : 12)
}

/** A length of 16 bits, and so many bytes of UTF-8, or of UTF-16 with a byte order mark. */
function titleOfSample(bytes: Uint8Array): string {
  if (bytes.length < 2) return ''
  return decoded(bytes.subarray(2, 2 + bytes[0]! * 256 + bytes[1]!))
}

/** `udta` with `chpl`: starts in 100 nanoseconds, and titles of at most 255 bytes. */
function chaptersOfList(movie: Boxes): RecordingChapter[] {
  const userData = boxesInOnly(movie, 'udta')
  const list = userData && onlyBox(userData, 'chpl')
  if (!list || list.byteLength < 5) return []
  const version = list.getUint8(0)
  let at = version === 0 ? 4 : 8
  if (at >= list.byteLength) return []
  const count = list.getUint8(at)
  at += 1
  const chapters: RecordingChapter[] = []
  while (chapters.length < count && at + 9 <= list.byteLength) {
    const start = uint64(list, at) / 1e7
    const length = Math.min(list.getUint8(at + 8), list.byteLength - at - 9)
    const title = decoded(new Uint8Array(list.buffer, list.byteOffset + at + 9, length))
    chapters.push({ start, title })
    at += 9 + length
  }
  return chapters
}

function decoded(bytes: Uint8Array): string {
  const mark = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!
  const encoding = mark === 0xfeff ? 'utf-16be' : mark === 0xfffe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).split('\0', 1)[0]!.replace(/\s+/g, ' ').trim()
}
