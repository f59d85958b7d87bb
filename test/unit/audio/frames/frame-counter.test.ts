import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countFrames } from '#audio/frames/count-frames.ts'
import { findFrames } from '#audio/frames/first-frame.ts'
import type { FramedStream } from '#audio/frames/first-frame.ts'
import { createFrameCounter } from '#audio/frames/frame-counter.ts'
import {
  byteAt,
  durationOfFrames,
  frameAtTime,
  frameAtByte,
  sliceFrameIndex,
  runsOf,
  timeOfByte,
  timeOfFrame,
} from '#audio/frames/frame-index.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import { hasConstantBitrate } from '#audio/frames/constant-bitrate.ts'
import {
  adtsFrame,
  bytesOf,
  id3v1,
  id3v2,
  infoFrame,
  mp3Frame,
  sourceOf,
  times,
} from './made-frames.ts'

async function countIn(bytes: Uint8Array<ArrayBuffer>) {
  const source = sourceOf(bytes)
  const stream = (await findFrames(source))!
  return { stream, source, count: await countFrames(source, stream) }
}

async function indexOf(bytes: Uint8Array<ArrayBuffer>): Promise<FrameIndex> {
  const { count } = await countIn(bytes)
  if (count.kind !== 'counted') throw new Error(count.reason)
  return count.index
}

function inPieces(stream: FramedStream, bytes: Uint8Array, lengths: readonly number[]) {
  const counter = createFrameCounter(stream)
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length]!
    counter.push(bytes.subarray(at, at + length))
    at += length
  }
  return counter.finish()
}

const kilobits = fc.constantFrom(32, 64, 128, 192, 320)
/** Zeros, in which no frame can begin. */
const dirt = fc.integer({ min: 1, max: 3000 }).map((length) => new Uint8Array(length))
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kilobits, padding: fc.nat(1) }).map(mp3Frame) },
  { weight: 1, arbitrary: dirt },
)

describe('counting frames', () => {
  test('gives each frame its byte and each byte its frame', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 3, maxLength: 400 }),
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 }),
        async (pieces, lengths) => {
          // Three frames at each end of a gap; fewer might be a coincidence.
          const three = times(3, () => mp3Frame())
          const all = [
            ...three,
            ...pieces.flatMap((it) => (it[0] ? [it] : [...three, it, ...three])),
            ...three,
          ]
          const begins: number[] = []
          let length = 0
          for (const it of all) {
            if (it[0]) begins.push(length)
            length += it.length
          }
          const bytes = bytesOf(...all)
          const { stream, count } = await countIn(bytes)
          expect(inPieces(stream, bytes, lengths)).toEqual(count)
          const { index } = count as { index: FrameIndex }
          expect(times(index.frameCount, (frame) => byteAt(index, frame))).toEqual(begins)
          expect(begins.map((byte) => frameAtByte(index, byte))).toEqual([...begins.keys()])
          for (let byte = 0; byte < length; byte += 97) {
            const frame = begins.findIndex((begin, at) => byte < begin + index.sizes[at]!)
            expect(frameAtByte(index, byte)).toBe(frame === -1 ? begins.length - 1 : frame)
          }
          for (const frame of begins.keys()) {
            expect(frameAtTime(index, timeOfFrame(index, frame))).toBe(frame)
          }
          const [from, to] = [Math.floor(begins.length / 3), begins.length - 1]
          const part = sliceFrameIndex(index, from, to)
          expect(times(part.frameCount, (frame) => byteAt(part, frame))).toEqual(
            begins.slice(from, to),
          )
          expect(durationOfFrames(index)).toBeCloseTo((begins.length * 1152) / 44_100, 9)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('ends on anything, without throwing', async () => {
    const sync = fc.constantFrom<readonly number[]>(
      [0xff, 0xfb, 0x90, 0xc0],
      [0xff, 0xf1, 0x50, 0x80],
      [0x49, 0x44, 0x33],
    )
    const noise = fc.array(fc.oneof(sync, fc.uint8Array({ maxLength: 40 })), { maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 700 }), async (parts, length) => {
        const bytes = bytesOf(...parts)
        await findFrames(sourceOf(bytes))
        for (const format of [mp3Frame(), adtsFrame()]) {
          const stream = (await findFrames(sourceOf(bytesOf(format, format, format))))!
          const lost = { ...stream, to: bytes.length }
          const whole = inPieces(lost, bytes, [bytes.length + 1])
          expect(inPieces(lost, bytes, [length])).toEqual(whole)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('leaves out the last frame when it is cut off, and what follows the frames', async () => {
    const frames = times(65, () => mp3Frame())
    expect(await indexOf(bytesOf(...frames))).toMatchObject({ frameCount: 65 })
    const cut = await indexOf(bytesOf(...frames).slice(0, -1))
    expect(cut).toMatchObject({ frameCount: 64 })
    expect(cut.marks).toHaveLength(1)
    expect(await indexOf(bytesOf(...frames, new Uint8Array(99), id3v1()))).toMatchObject({
      frameCount: 65,
    })
  })

  test('passes over a tag in the middle, whatever is in it', async () => {
    const half = times(10, () => mp3Frame())
    const tag = bytesOf(id3v2(0), id3v2(50_000), id3v2(50, { hasFooter: true }))
    const index = await indexOf(bytesOf(...half, tag, ...half))
    expect(index.frameCount).toBe(20)
    expect([...runsOf(index)].map(({ first, end }) => [first, end])).toEqual([
      [0, 10],
      [10, 20],
    ])
  })

  test('counts no sound that encoder and decoder have added', async () => {
    const note = infoFrame({ delay: 576, padding: 1529 })
    const index = await indexOf(bytesOf(note, ...times(10, () => mp3Frame())))
    expect(index).toMatchObject({ primingSamples: 1105, paddingSamples: 1000 })
    expect(durationOfFrames(index) * 44_100).toBeCloseTo(11_520 - 2105, 6)
    expect(timeOfByte(index, note.length)).toBeCloseTo(-1105 / 44_100, 9)
    expect(frameAtTime(index, 0)).toBe(0)
    expect(frameAtTime(index, 48 / 44_100)).toBe(1)
  })

  test('knows a constant rate from others', async () => {
    const constant = bytesOf(...times(100, (at) => mp3Frame({ padding: at % 2 })))
    const varying = bytesOf(constant, ...times(100, () => mp3Frame({ kilobits: 64 })))
    expect((await indexOf(constant)).isConstant).toBe(true)
    expect((await indexOf(varying)).isConstant).toBe(false)
    const guess = async (bytes: Uint8Array<ArrayBuffer>) => {
      const { source, stream } = await countIn(bytes)
      return hasConstantBitrate(source, stream)
    }
    expect(await guess(constant)).toBe(true)
    expect(await guess(varying)).toBe(false)
    expect(await guess(bytesOf(infoFrame({ kind: 'Xing' }), constant))).toBe(false)
    expect(await guess(bytesOf(...times(50, () => adtsFrame())))).toBe(false)
  })

  test('says where frames begin that another decoder would be needed for', async () => {
    const frames = times(10, () => mp3Frame())
    const others = times(10, () => mp3Frame({ rate: 48_000 }))
    const at = bytesOf(...frames).length
    const reason = { kind: 'uncountable', reason: 'changes' }
    expect((await countIn(bytesOf(...frames, ...others))).count).toEqual({ ...reason, at })
    const later = await countIn(bytesOf(...frames, id3v2(300), ...others))
    expect(later.count).toEqual({ ...reason, at: at + 310 })
    const mono = times(10, () => adtsFrame({ channels: 1 }))
    expect((await countIn(bytesOf(...times(10, () => adtsFrame()), ...mono))).count).toMatchObject(
      reason,
    )
  })

  test('takes a few bytes that look like another frame for dirt', async () => {
    const stranger = mp3Frame({ rate: 48_000 }).slice(0, 40)
    const half = times(10, () => mp3Frame())
    expect(await indexOf(bytesOf(...half, stranger, ...half))).toMatchObject({ frameCount: 20 })
  })

  test('says so when there is nothing where frames were found', async () => {
    const { stream } = await countIn(bytesOf(...times(9, () => mp3Frame())))
    expect(await countFrames(sourceOf(new Uint8Array(5000)), stream)).toEqual({
      kind: 'uncountable',
      reason: 'none',
      at: 0,
    })
  })

  test('reports its progress, and stops when it is aborted', async () => {
    const bytes = bytesOf(...times(6000, () => mp3Frame()))
    const source = sourceOf(bytes)
    const stream = (await findFrames(source))!
    const reports: number[] = []
    await countFrames(source, stream, { onProgress: (done) => reports.push(done) })
    expect(reports).toHaveLength(3)
    expect(reports.at(-1)).toBe(1)
    const stop = new AbortController()
    const counting = countFrames(source, stream, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(counting).rejects.toThrow('enough')
  })

  test('crosses to other threads as it is', async () => {
    const index = await indexOf(bytesOf(...times(100, () => mp3Frame())))
    expect(structuredClone(index)).toEqual(index)
  })
})
