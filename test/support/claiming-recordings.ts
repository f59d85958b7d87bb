import { flacFrame, flacStart } from '../unit/audio/packets/made-flac.ts'
import { madeMp4, mp4a } from '../unit/audio/packets/made-mp4.ts'
import { descriptor, fullBox, uint32s } from '#audio/seeking/box-writer.ts'
import { chunk, formatChunk, waveFile } from '../unit/audio/decoding/made-wave.ts'
import {
  adtsFrame,
  bytesOf,
  id3v2,
  infoFrame,
  mp3Frame,
  textBytes,
  times,
} from '../unit/audio/frames/made-frames.ts'

/** Half a megabyte or less, whose headers claim more than a million times as much. */
export interface ClaimingRecording {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const most32 = 2 ** 32 - 1
const mp3Frames = bytesOf(...times(1200, () => mp3Frame()))

function mp3(note: Uint8Array) {
  return bytesOf(note, mp3Frames)
}

function vbri() {
  const frame = mp3Frame({ kilobits: 160 })
  const view = new DataView(frame.buffer)
  frame.set(textBytes('VBRI'), 36)
  view.setUint32(46, most32)
  view.setUint32(50, most32)
  return frame
}

/** 48 kHz and 2³⁶ − 1 samples: 397 hours. */
function flac({ channels = 1, frames = 60, samples = 4096 } = {}) {
  const start = flacStart({
    sampleRate: 48_000,
    totalSamples: most32,
    mostSamples: samples,
    channels,
  })
  // the upper four of the 36 bits
  start[8 + 13]! |= 15
  return bytesOf(start, ...times(frames, (number) => flacFrame({ number, samples })))
}

const pcm = new Uint8Array(500_000).map((_, at) => at * 37)

const ds64 = () => {
  const content = new Uint8Array(28)
  const view = new DataView(content.buffer)
  for (const at of [0, 8, 16]) view.setBigUint64(at, 2n ** 50n, true)
  return chunk('ds64', content)
}

function bigEndianChunk(id: string, content: ArrayLike<number>, size: number) {
  const head = new Uint8Array(8)
  head.set(textBytes(id))
  new DataView(head.buffer).setUint32(4, size)
  return bytesOf(head, content)
}

function aiff() {
  const common = new Uint8Array(18)
  const view = new DataView(common.buffer)
  view.setUint16(0, 1)
  view.setUint32(2, most32)
  view.setUint16(6, 16)
  // 8000 as a number of 80 bits
  common.set([0x40, 0x0b, 0xfa], 8)
  const sound = bytesOf(new Uint8Array(8), pcm)
  return bytesOf(
    bigEndianChunk('FORM', textBytes('AIFF'), most32),
    bigEndianChunk('COMM', common, 18),
    bigEndianChunk('SSND', sound, most32),
  )
}

function caf() {
  const chunkOf = (id: string, content: ArrayLike<number>, size: bigint) => {
    const head = new Uint8Array(12)
    head.set(textBytes(id))
    new DataView(head.buffer).setBigInt64(4, size)
    return bytesOf(head, content)
  }
  const description = new Uint8Array(32)
  const view = new DataView(description.buffer)
  view.setFloat64(0, 8000)
  description.set(textBytes('lpcm'), 8)
  for (const [at, value] of [
    [16, 2],
    [20, 1],
    [24, 1],
    [28, 16],
  ] as const) {
    view.setUint32(at, value)
  }
  return bytesOf(
    textBytes('caff'),
    [0, 1, 0, 0],
    chunkOf('desc', description, 32n),
    chunkOf('data', pcm, 2n ** 60n),
  )
}

const packets = times(1000, () => new Uint8Array(400).fill(7))
/** One packet of AAC after the other, mono, 48 kHz; `esds` says so. */
const aac = mp4a(
  'mp4a',
  fullBox(
    'esds',
    {},
    descriptor(
      3,
      Uint8Array.of(0, 0, 0),
      descriptor(
        4,
        Uint8Array.of(0x40, 0x15, 0, 0, 0),
        uint32s(64_000, 64_000),
        descriptor(5, Uint8Array.of(0x11, 0x88)),
      ),
      descriptor(6, Uint8Array.of(2)),
    ),
  ),
)
const plain = { packets, chunks: [1000], timing: [[1000, 1024]], entry: aac } as const

function uint64(value: bigint) {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value)
  return bytes
}

/** A packet of Opus: 20 ms of silence. */
const silence = [0xf8, 0xff, 0xfe]

/** Pages of Ogg (RFC 3533) with packets of Opus, 20 ms of silence each. */
export function oggOpus({ pages = 200, lastGranule = 2n ** 62n } = {}) {
  const page = (packets: readonly ArrayLike<number>[], options: OggPageOptions) =>
    oggPage(packets, options)
  const head = bytesOf(textBytes('OpusHead'), [1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])
  const tags = bytesOf(textBytes('OpusTags'), [0, 0, 0, 0, 0, 0, 0, 0])
  return bytesOf(
    page([head], { flags: 2, granule: 0n, sequence: 0 }),
    page([tags], { flags: 0, granule: 0n, sequence: 1 }),
    ...times(pages, (at) =>
      page(
        times(50, () => silence),
        {
          flags: at === pages - 1 ? 4 : 0,
          granule: at === pages - 1 ? lastGranule : BigInt((at + 1) * 50 * 960),
          sequence: at + 2,
        },
      ),
    ),
  )
}

interface OggPageOptions {
  readonly flags: number
  readonly granule: bigint
  readonly sequence: number
}

function oggPage(
  packets: readonly ArrayLike<number>[],
  { flags, granule, sequence }: OggPageOptions,
) {
  const head = new Uint8Array(27)
  const view = new DataView(head.buffer)
  head.set(textBytes('OggS'))
  head[5] = flags
  view.setBigInt64(6, granule, true)
  view.setUint32(14, 1, true)
  view.setUint32(18, sequence, true)
  head[26] = packets.length
  const page = bytesOf(
    head,
    packets.map(({ length }) => length),
    ...packets,
  )
  new DataView(page.buffer).setUint32(22, crc32(page), true)
  return page
}

function crc32(bytes: Uint8Array) {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1
  }
  return crc >>> 0
}

/** Matroska with Opus; its duration and the size of its last cluster are claims. */
function webm({ duration = 1e15, clusterSize = 2n ** 50n } = {}) {
  const size = (length: number | bigint) => {
    const bytes = uint64(BigInt(length))
    bytes[0] = 1
    return bytes
  }
  const element = (id: readonly number[], ...content: readonly ArrayLike<number>[]) => {
    const all = bytesOf(...content)
    return bytesOf(id, size(all.length), all)
  }
  const float = (value: number) => {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setFloat64(0, value)
    return bytes
  }
  const opusHead = bytesOf(textBytes('OpusHead'), [1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])
  const blocks = (cluster: number) => [
    element([0xe7], uint64(BigInt(cluster * 1000))),
    ...times(50, (at) =>
      element([0xa3], [0x81, (at * 20) >> 8, (at * 20) & 0xff, 0x80, 0xf8, 0xff, 0xfe]),
    ),
  ]
  return bytesOf(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], textBytes('webm'))),
    [0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255],
    element(
      [0x15, 0x49, 0xa9, 0x66],
      element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]),
      element([0x44, 0x89], float(duration)),
    ),
    element(
      [0x16, 0x54, 0xae, 0x6b],
      element(
        [0xae],
        element([0xd7], [1]),
        element([0x73, 0xc5], [1]),
        element([0x83], [2]),
        element([0x86], textBytes('A_OPUS')),
        element([0x63, 0xa2], opusHead),
        element([0xe1], element([0xb5], float(48_000)), element([0x9f], [1])),
      ),
    ),
    ...times(100, (cluster) => element([0x1f, 0x43, 0xb6, 0x75], ...blocks(cluster))),
    [0x1f, 0x43, 0xb6, 0x75],
    size(clusterSize),
    ...blocks(100),
  )
}

/** By what they claim. */
export const claimingRecordings = (): readonly ClaimingRecording[] => [
  { name: 'xing.mp3', bytes: mp3(infoFrame({ frames: most32, bytes: most32 })) },
  { name: 'xing-of-one-frame.mp3', bytes: mp3(infoFrame({ frames: 1, bytes: 400 })) },
  { name: 'xing-of-no-frame.mp3', bytes: mp3(infoFrame({ frames: 0, bytes: 0 })) },
  { name: 'vbri.mp3', bytes: mp3(vbri()) },
  { name: 'tag.mp3', bytes: bytesOf(id3v2(0).slice(0, 6), [127, 127, 127, 127], mp3Frames) },
  {
    name: 'tag.aac',
    bytes: bytesOf(id3v2(0).slice(0, 6), [127, 127, 127, 127], ...times(2500, () => adtsFrame())),
  },
  { name: 'samples.flac', bytes: flac() },
  { name: 'samples-of-8-channels.flac', bytes: flac({ channels: 8 }) },
  { name: 'no-frames.flac', bytes: flac({ frames: 0 }) },
  { name: 'data.wav', bytes: waveFile([formatChunk(), chunk('data', pcm, { size: most32 - 1 })]) },
  {
    name: 'a-sample-a-second.wav',
    bytes: waveFile([formatChunk({ sampleRate: 1, bits: 8 }), chunk('data', pcm)]),
  },
  {
    name: 'data.rf64.wav',
    bytes: waveFile([ds64(), formatChunk(), chunk('data', pcm, { size: most32 })], {
      form: 'RF64',
      size: most32,
    }),
  },
  { name: 'frames.aiff', bytes: aiff() },
  { name: 'data.caf', bytes: caf() },
  { name: 'stts.m4a', bytes: madeMp4({ ...plain, timing: [[most32, 1024]] }) },
  { name: 'ticks.m4a', bytes: madeMp4({ ...plain, timing: [[1000, most32]] }) },
  { name: 'mdhd.m4a', bytes: madeMp4({ ...plain, duration: most32 - 1 }) },
  {
    name: 'mdhd-of-64-bits.m4a',
    bytes: madeMp4({ ...plain, hasLongTimes: true, duration: 2 ** 62 }),
  },
  {
    name: 'stsz.m4a',
    bytes: madeMp4({
      ...plain,
      timing: [[most32, 1024]],
      tables: { sizes: fullBox('stsz', {}, uint32s(1, most32)) },
    }),
  },
  {
    name: 'stsz-of-no-table.m4a',
    bytes: madeMp4({
      ...plain,
      timing: [[most32, 1024]],
      tables: { sizes: fullBox('stsz', {}, uint32s(0, most32)) },
    }),
  },
  {
    name: 'all-tables.m4a',
    bytes: madeMp4({
      ...plain,
      timing: [[most32, 1024]],
      tables: {
        stts: fullBox('stts', {}, uint32s(most32, most32, 1024)),
        sizes: fullBox('stsz', {}, uint32s(4, most32)),
        stsc: fullBox('stsc', {}, uint32s(most32, 1, most32, 1)),
      },
    }),
  },
  {
    name: 'opus.m4a',
    bytes: madeMp4({
      packets: times(1000, () => Uint8Array.of(...silence)),
      chunks: [1000],
      timing: [[1000, most32]],
      timescale: 1000,
      entry: mp4a('Opus'),
    }),
  },
  { name: 'granule.opus', bytes: oggOpus() },
  { name: 'granule-of-a-year.opus', bytes: oggOpus({ lastGranule: 48_000n * 31_557_600n }) },
  { name: 'duration.webm', bytes: webm() },
  { name: 'duration-of-a-day.webm', bytes: webm({ duration: 86_400_000 }) },
]
