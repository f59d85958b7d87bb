import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAacDecoder } from '#audio/decoding/aac/aac-decoder.ts'
import { plainRateIndex } from '#audio/decoding/aac/audio-specific-config.ts'
import type { PacketDecoder } from '#audio/decoding/packet-decoder.ts'
import type { DecodedBlock } from '#audio/decoding/recording-decoder.ts'
import { adts } from '#audio/frames/adts-header.ts'
import type { Packet } from '#audio/packets/packet.ts'
import { hasFfmpeg } from '#cli/audio/ffmpeg-sound.ts'
import { demoSound } from '../../../cli/demo-excerpt.ts'
import { folderWith } from '../../../cli/folders.ts'

const headerLength = 7

interface Frames {
  readonly packets: readonly Packet[]
  readonly sampleRate: number
  readonly rateIndex: number
}

function framesOf(bytes: Uint8Array): Frames {
  const packets: Packet[] = []
  const { sampleRate, samples } = adts.readHeader(bytes, 0)!
  for (let at = 0; at < bytes.length;) {
    const { length } = adts.readHeader(bytes, at)!
    const time = (packets.length * samples) / sampleRate
    packets.push({ bytes: bytes.subarray(at, at + length), time })
    at += length
  }
  return { packets, sampleRate, rateIndex: (bytes[2]! >> 2) & 15 }
}

async function* inPieces(packets: readonly Packet[]) {
  for (let at = 0; at < packets.length; at += 5) yield packets.slice(at, at + 5)
}

const noOther = async (): Promise<PacketDecoder> => {
  throw new Error('no other decoder')
}

async function decoded({ packets, ...sound }: Frames, other = noOther) {
  const decoder = createAacDecoder({ ...sound, headerLength }, other)
  return blocksOf(decoder, packets)
}

async function blocksOf(decoder: PacketDecoder, packets: readonly Packet[]) {
  const blocks: DecodedBlock[] = []
  await decoder.decode(inPieces(packets), (block) =>
    blocks.push({ ...block, planes: block.planes.map((plane) => plane.slice()) }),
  )
  return blocks
}

const planesOf = (blocks: readonly DecodedBlock[]) => blocks.map(({ planes }) => planes)

/** Eight frames of 48 kHz with the same body. */
function madeFrames(body: readonly number[]): Frames {
  const length = headerLength + body.length
  const frame = [0xff, 0xf1, 0x4c, 0x40, length >> 3, ((length & 7) << 5) | 0x1f, 0xfc, ...body]
  return framesOf(Uint8Array.from({ length: length * 8 }, (_, at) => frame[at % length]!))
}

/** `single_channel_element` without bands, `END`. */
const silence = [0x00, 0x00, 0x00, 0x07]

function ffmpeg(...args: string[]) {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', ...args])
}

const layouts: [string, string[]][] = [
  ['speech, one channel, 16 kHz', ['-i', demoSound, '-t', '6', '-ac', '1', '-ar', '16000']],
  [
    'two channels, 44.1 kHz',
    ['-i', demoSound, '-t', '6', '-ac', '2', '-ar', '44100', '-b:a', '160k'],
  ],
  ['few bits, 48 kHz', ['-i', demoSound, '-t', '6', '-ac', '2', '-ar', '48000', '-b:a', '32k']],
  [
    'noise and clicks, 96 kHz',
    [
      '-f',
      'lavfi',
      '-i',
      'aevalsrc=random(0)*0.9*gt(mod(t\\,0.3)\\,0.25)|random(1)*0.1:s=96000:d=3',
      '-b:a',
      '400k',
    ],
  ],
  [
    'a sweep, six channels',
    [
      '-f',
      'lavfi',
      '-i',
      'aevalsrc=sin(900*t*t)|0.5*sin(500*t*t)|0|0.3*sin(99*t)|sin(4000*t)|0.1:s=48000:d=3:c=5.1',
      '-b:a',
      '320k',
    ],
  ],
]

describe.skipIf(!hasFfmpeg())('AAC-LC decoded by our own decoder', () => {
  test.each(layouts)('is what FFmpeg decodes: %s', async (_, input) => {
    const file = join(folderWith(), 'sound.aac')
    // Noise that each decoder makes up would differ.
    ffmpeg(...input, '-c:a', 'aac', '-aac_pns', '0', file)
    const raw = file.replace('.aac', '.f32')
    ffmpeg('-i', file, '-f', 'f32le', '-c:a', 'pcm_f32le', raw)
    const { buffer, byteOffset, byteLength } = readFileSync(raw)
    const expected = new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength))
    const blocks = await decoded(framesOf(readFileSync(file)))
    const channels = blocks[0]!.planes.length
    let worst = 0
    blocks.forEach(({ planes, time, sampleRate }) => {
      const first = Math.round(time * sampleRate)
      // FFmpeg orders six channels as WAV does.
      const order = channels === 6 ? [2, 0, 1, 4, 5, 3] : [0, 1]
      planes.forEach((plane, at) => {
        const channel = order[at]!
        plane.forEach((sample, frame) => {
          const other = expected[(first + frame) * channels + channel] ?? 0
          worst = Math.max(worst, Math.abs(sample - other))
        })
      })
    })
    expect(blocks.length * 1024 * channels).toBe(expected.length)
    expect(worst).toBeLessThan(1e-5)
  })

  test('has noise as loud as FFmpeg makes it, where the encoder left it out', async () => {
    const file = join(folderWith(), 'noise.aac')
    ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'anoisesrc=r=48000:d=3:a=0.3:s=1',
      '-c:a',
      'aac',
      '-b:a',
      '32k',
      file,
    )
    const raw = file.replace('.aac', '.f32')
    ffmpeg('-i', file, '-f', 'f32le', '-c:a', 'pcm_f32le', raw)
    const { buffer, byteOffset, byteLength } = readFileSync(raw)
    const expected = new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength))
    const energyOf = (samples: Float32Array) => samples.reduce((sum, value) => sum + value ** 2, 0)
    const blocks = await decoded(framesOf(readFileSync(file)))
    const energy = blocks.reduce((sum, { planes }) => sum + energyOf(planes[0]!), 0)
    expect(energy / energyOf(expected)).toBeCloseTo(1, 1)
  })

  test('starts anew with each range', async () => {
    const file = join(folderWith(), 'sound.aac')
    ffmpeg('-i', demoSound, '-t', '5', '-c:a', 'aac', '-aac_pns', '0', file)
    const { packets, ...sound } = framesOf(readFileSync(file))
    const decoder = createAacDecoder({ ...sound, headerLength }, noOther)
    const first = await blocksOf(decoder, packets)
    expect(await blocksOf(decoder, packets)).toEqual(first)
    const later = await blocksOf(decoder, packets.slice(50))
    expect(planesOf(later).slice(1)).toEqual(planesOf(first).slice(51))
  })

  test('is silent in a broken frame, and goes on after it', async () => {
    const file = join(folderWith(), 'sound.aac')
    ffmpeg('-i', demoSound, '-t', '5', '-c:a', 'aac', '-aac_pns', '0', file)
    const frames = framesOf(readFileSync(file))
    const whole = await decoded(frames)
    const packets = frames.packets.map((packet, at) =>
      at === 20 ? { ...packet, bytes: packet.bytes.subarray(0, 40) } : packet,
    )
    const blocks = await decoded({ ...frames, packets })
    expect(blocks).toHaveLength(whole.length - 1)
    expect(planesOf(blocks).slice(21)).toEqual(planesOf(whole).slice(22))
  })
})

describe('a decoder of AAC', () => {
  test('decodes silence', async () => {
    const blocks = await decoded(madeFrames(silence))
    expect(blocks).toHaveLength(8)
    expect(blocks[7]!.time).toBeCloseTo((7 * 1024) / 48_000)
    expect(
      blocks.every(({ planes }) => planes.length === 1 && planes[0]!.every((x) => x === 0)),
    ).toBe(true)
  })

  test('leaves HE-AAC that says so in its first frame to another decoder, from that frame on', async () => {
    const given: number[] = []
    const other: PacketDecoder = {
      async decode(packets) {
        for await (const some of packets) given.push(...some.map(({ time }) => time))
      },
      dispose() {},
    }
    // A fill element of one byte whose type is that of spectral band replication.
    const frames = madeFrames([0xc3, 0xa0, 0x0e])
    const decoder = createAacDecoder({ ...frames, headerLength }, async () => other)
    expect(await blocksOf(decoder, frames.packets)).toEqual([])
    expect(given).toEqual(frames.packets.map(({ time }) => time))
    await blocksOf(decoder, frames.packets.slice(0, 1))
    expect(given).toHaveLength(frames.packets.length + 1)
  })

  test('rejects where all frames are broken', async () => {
    await expect(decoded(madeFrames([0x00, 0xff, 0xff]))).rejects.toThrow('its frames are damaged')
  })

  test('never hangs or leaves its arrays, whatever it is given', async () => {
    let state = 7
    const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24
    for (let round = 0; round < 300; round++) {
      const body = Array.from({ length: 200 }, random)
      body[0]! &= 0x3f
      const frames = madeFrames(body)
      const ended = await decoded(frames).then(
        () => true,
        () => true,
      )
      expect(ended).toBe(true)
    }
  })

  test.each([
    ['AAC-LC of one channel, 48 kHz', [0x11, 0x88], 3],
    ['AAC-LC of two channels, 44.1 kHz', [0x12, 0x10], 4],
    ['AAC-LC that says that nothing is replicated', [0x12, 0x10, 0x56, 0xe5, 0x00], 4],
    ['HE-AAC that says so after all else', [0x13, 0x10, 0x56, 0xe5, 0x9d, 0x40], null],
    ['HE-AAC', [0x2b, 0x11, 0x88, 0x00], null],
    ['AAC Main', [0x0a, 0x10], null],
    ['frames of 960 samples', [0x12, 0x14], null],
    ['channels that are described elsewhere', [0x12, 0x00], null],
    ['nothing', [], null],
  ])('takes plain AAC-LC only: %s', (_, description, expected) => {
    expect(plainRateIndex(Uint8Array.from(description))).toBe(expected)
  })
})
