import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVirtualBlob, virtualMp4 } from '#audio/seeking/virtual-file.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { findFrames } from '#audio/frames/first-frame.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { byteAt, durationOfFrames } from '#audio/frames/frame-index.ts'
import {
  adtsFrame,
  bytesOf,
  id3v1,
  id3v2,
  infoFrame,
  mp3Frame,
  sourceOf,
  times,
} from '../frames/made-frames.ts'
import { readMp4 } from './read-mp4.ts'

async function indexOf(bytes: Uint8Array<ArrayBuffer>): Promise<FrameIndex> {
  const source = sourceOf(bytes)
  const count = await countFrames(source, (await findFrames(source))!)
  if (count.kind !== 'counted') throw new Error(count.reason)
  return count.index
}

function partsOf(index: FrameIndex) {
  const file = virtualMp4(index)
  if (file.kind === 'impossible') throw new Error(file.reason)
  return file.parts
}

async function fileOf(bytes: Uint8Array<ArrayBuffer>) {
  const index = await indexOf(bytes)
  const blob = await createVirtualBlob(partsOf(index), new Blob([bytes]))
  return { index, blob, file: new Uint8Array(await blob.arrayBuffer()) }
}

const sound = (bytes: Uint8Array, filling: number, header: number) => {
  bytes.fill(filling, header)
  return bytes
}

/** Short enough to compare quickly. */
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const contentsOf = ({ samples }: ReturnType<typeof readMp4>, file: Uint8Array) =>
  samples.map(({ at, size }) => textOf(file.subarray(at, at + size)))

describe('an MP4 around frames that lie elsewhere', () => {
  test('has each frame as a sample, whatever lies between', async () => {
    const kilobits = fc.constantFrom(32, 64, 128, 320)
    const range = fc.record({
      rates: fc.array(kilobits, { minLength: 3, maxLength: 40 }),
      dirt: fc.nat(500),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 8 }), async (ranges) => {
        let count = 0
        const frames: Uint8Array[] = []
        const pieces = ranges.flatMap(({ rates, dirt }) => {
          const here = rates.map((kilobits) => sound(mp3Frame({ kilobits }), ++count % 200, 4))
          frames.push(...here)
          return [...here, new Uint8Array(dirt)]
        })
        const { file } = await fileOf(bytesOf(id3v2(300), ...pieces, id3v1()))
        const mp4 = readMp4(file)
        expect(contentsOf(mp4, file)).toEqual(frames.map(textOf))
        expect(mp4.data.end).toBe(file.length)
        expect(mp4.timing).toEqual({ count, delta: 1152 })
      }),
      { numRuns: 60 },
    )
  })

  test('has frames of ADTS without their headers', async () => {
    const frames = times(50, (at) => sound(adtsFrame({ bytes: 100 + at }), at, 7))
    const { file, blob } = await fileOf(bytesOf(...frames))
    const mp4 = readMp4(file)
    expect(contentsOf(mp4, file)).toEqual(frames.map((frame) => textOf(frame.subarray(7))))
    expect(blob.type).toBe('audio/mp4')
  })

  test('needs no table of sizes when all are the same', async () => {
    const header = partsOf(await indexOf(bytesOf(...times(1000, () => mp3Frame()))))[0]
    expect(header).toHaveLength(613)
  })

  const recording = (delay: number) =>
    bytesOf(infoFrame({ delay, padding: 1729 }), ...times(99, () => mp3Frame()))

  test('leaves out the frames that the encoder has added, where that is near enough', async () => {
    const { index, file } = await fileOf(recording(576))
    const mp4 = readMp4(file)
    expect(index).toMatchObject({ primingSamples: 1105, paddingSamples: 1200 })
    expect(mp4).toMatchObject({ timescale: 44_100, mediaDuration: 97 * 1152, edit: null })
    expect(mp4.samples).toHaveLength(97)
    expect(mp4.samples[0]!.at).toBe(mp4.data.at)
  })

  test('has an edit list where frames are too long for that', async () => {
    const { index, file } = await fileOf(recording(1105))
    const { edit, timescale, samples } = readMp4(file)
    expect(samples).toHaveLength(99)
    expect(edit!.start).toBe(1634)
    expect(edit!.duration / timescale).toBeCloseTo(durationOfFrames(index), 9)
  })

  test('says where frames lie beyond four gigabytes', async () => {
    const index = await indexOf(bytesOf(...times(6, () => mp3Frame())))
    const far = 5 * 2 ** 30
    const runs = Float64Array.of(0, 1000, 3, far)
    const large = { ...index, runs, marks: Float64Array.of(1000) }
    const [header, range] = partsOf(large)
    const mp4 = readMp4(header as Uint8Array)
    const length = (header as Uint8Array).length
    expect(range).toEqual({ from: 1000, to: far + 3 * 417 })
    expect(mp4.samples.map(({ at }) => at - length + 1000)).toEqual(
      times(6, (frame) => byteAt(large, frame)),
    )
    expect(mp4.data.end).toBe(length + far + 3 * 417 - 1000)
  })

  test.each([
    [
      'layer',
      async () => ({
        ...(await indexOf(bytesOf(...times(9, () => mp3Frame())))),
        kind: 0xfffc0000,
      }),
    ],
    ['blocks', () => indexOf(bytesOf(...times(9, () => adtsFrame({ blocks: 2 }))))],
    ['channels', () => indexOf(bytesOf(...times(9, () => adtsFrame({ channels: 0 }))))],
  ])('is not made where browsers would not play it: %s', async (reason, make) => {
    expect(virtualMp4(await make())).toEqual({ kind: 'impossible', reason })
  })
})
