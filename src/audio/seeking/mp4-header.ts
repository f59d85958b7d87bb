import { concatenateBytes } from '#arrays/concatenate.ts'
import type { FrameIndex } from '../frames/frame-index.ts'
import { byteAt, runsOf } from '../frames/frame-index.ts'
import {
  box,
  createTable,
  fullBox,
  latin1,
  pieces,
  uint16s,
  uint32s,
  uint64s,
  zeros,
} from './box-writer.ts'
import type { Pieces } from './box-writer.ts'
import { audioSampleEntry } from './sample-entry.ts'

const trackId = 1
/** With times of 64 bits. */
const version1 = { version: 1 }
const enabledInMovie = 3
/** The language "und", in three times five bits. */
const undetermined = 0x55c4
/** As transformations of pictures are written; sound has none. */
const unity = uint32s(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
const largest32 = 2 ** 32 - 1

/**
 * The beginning of an MP4 (ISO/IEC 14496-12) whose sound lies in another file: `ftyp`, `moov`, and the
 * head of the one `mdat`, to be followed by that file's bytes from the first frame to the end of the
 * last. Bytes that are no frames may lie between. Times are in samples, so nothing is rounded; an edit
 * list leaves out what is not to be played, if there is such.
 *
 * Four bytes a frame for sizes (none where all are the same), and for ADTS, whose frames each begin
 * with a header that MP4 does not have, four more: 6 MB and 13 MB for ten hours.
 */
export function mp4Header(index: FrameIndex): Uint8Array<ArrayBuffer> {
  const first = byteAt(index, 0)
  const soundBytes = byteAt(index, index.frameCount) - first
  const chunks = chunksOf(index)
  // The header is never larger than 100 bytes a frame and a thousand more.
  const isLarge = soundBytes + index.frameCount * 100 + 1000 > largest32
  const places = createTable(isLarge ? 8 : 4, chunks.count)
  const header = pieces(
    box('ftyp', latin1('isom'), uint32s(512), latin1('isomiso2mp41')),
    movie(index, [
      fullBox('stsd', {}, uint32s(1), audioSampleEntry(index, soundBytes)),
      fullBox('stts', {}, uint32s(1, index.frameCount, index.samplesPerFrame)),
      fullBox('stsc', {}, chunks.lengths),
      fullBox('stsz', {}, sampleSizes(index)),
      fullBox(isLarge ? 'co64' : 'stco', {}, uint32s(chunks.count), places.bytes),
    ]),
    isLarge
      ? pieces(uint32s(1), latin1('mdat'), uint64s(soundBytes + 16))
      : pieces(uint32s(soundBytes + 8), latin1('mdat')),
  )
  chunks.eachPlace((chunk, byte) => places.set(chunk, byte - first + header.length))
  return concatenateBytes(header.parts)
}

function movie(index: FrameIndex, sampleTable: readonly Pieces[]): Pieces {
  const { sampleRate, primingSamples, paddingSamples } = index
  const samples = index.frameCount * index.samplesPerFrame
  const played = Math.max(0, samples - primingSamples - paddingSamples)
  const created = zeros(16)
  const speedAndVolume = pieces(uint32s(0x10000), uint16s(0x100, 0), zeros(8))
  const layerAndVolume = pieces(zeros(8), uint16s(0, 0, 0x100, 0))

  const movieHeader = pieces(created, uint32s(sampleRate), uint64s(played), speedAndVolume)
  const trackHeader = pieces(created, uint32s(trackId, 0), uint64s(played), layerAndVolume)
  const mediaHeader = pieces(created, uint32s(sampleRate), uint64s(samples))
  const edit = pieces(uint32s(1), uint64s(played, primingSamples), uint16s(1, 0))
  const soundHandler = pieces(uint32s(0), latin1('soun'), zeros(12), latin1('sound\0'))
  const thisFile = fullBox('dref', {}, uint32s(1), fullBox('url ', { flags: 1 }))

  const media = box(
    'mdia',
    fullBox('mdhd', version1, mediaHeader, uint16s(undetermined, 0)),
    fullBox('hdlr', {}, soundHandler),
    box(
      'minf',
      fullBox('smhd', {}, uint32s(0)),
      box('dinf', thisFile),
      box('stbl', ...sampleTable),
    ),
  )
  const track = box(
    'trak',
    fullBox('tkhd', { version: 1, flags: enabledInMovie }, trackHeader, unity, zeros(8)),
    ...(played < samples ? [box('edts', fullBox('elst', version1, edit))] : []),
    media,
  )
  return box(
    'moov',
    fullBox('mvhd', version1, movieHeader, unity, zeros(24), uint32s(trackId + 1)),
    track,
  )
}

/** `stsz` after its flags: one size for all, or each. */
function sampleSizes({ sizes, frameCount, format, headerLength }: FrameIndex): Pieces {
  const left = format === 'adts' ? headerLength : 0
  const [first = 0] = sizes
  if (sizes.every((size) => size === first)) return pieces(uint32s(first - left, frameCount))
  const table = createTable(4, frameCount)
  for (let at = 0; at < frameCount; at++) table.set(at, sizes[at]! - left)
  return pieces(uint32s(0, frameCount), table.bytes)
}

/** Frames that lie side by side are one chunk; each of ADTS is one of its own, without its header. */
function chunksOf(index: FrameIndex) {
  return index.format === 'adts' ? chunksOfFrames(index) : chunksOfRuns(index)
}

function chunksOfRuns(index: FrameIndex) {
  const runs = [...runsOf(index)]
  const firstsOfLength = runs.flatMap(({ first, end }, at) => {
    const before = runs[at - 1]
    return before !== undefined && before.end - before.first === end - first ? [] : [at]
  })
  const lengths = createTable(4, firstsOfLength.length * 3)
  for (const [at, run] of firstsOfLength.entries()) {
    const { first, end } = runs[run]!
    lengths.set(at * 3, run + 1)
    lengths.set(at * 3 + 1, end - first)
    lengths.set(at * 3 + 2, 1)
  }
  return {
    count: runs.length,
    lengths: pieces(uint32s(firstsOfLength.length), lengths.bytes),
    eachPlace(place: (chunk: number, byte: number) => void) {
      for (const [at, { byte }] of runs.entries()) place(at, byte)
    },
  }
}

function chunksOfFrames(index: FrameIndex) {
  return {
    count: index.frameCount,
    lengths: pieces(uint32s(1, 1, 1, 1)),
    eachPlace(place: (chunk: number, byte: number) => void) {
      for (const { first, end, byte } of runsOf(index)) {
        let at = byte + index.headerLength
        for (let frame = first; frame < end; frame++) {
          place(frame, at)
          at += index.sizes[frame]!
        }
      }
    },
  }
}
