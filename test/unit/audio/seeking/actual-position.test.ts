import { describe, expect, test } from 'vitest'
import { actualPosition } from '#audio/seeking/actual-position.ts'
import { countFrames } from '#audio/frames/count-frames.ts'
import { findFrames } from '#audio/frames/first-frame.ts'
import { adtsFrame, bytesOf, infoFrame, mp3Frame, sourceOf, times } from '../frames/made-frames.ts'

async function placeIn(bytes: Uint8Array<ArrayBuffer>, claimedDuration: number) {
  const source = sourceOf(bytes)
  const stream = (await findFrames(source))!
  const count = await countFrames(source, stream)
  if (count.kind !== 'counted') throw new Error(count.reason)
  return { stream, index: count.index, size: bytes.length, claimedDuration }
}

/** A second of audio. */
const second = (kilobits: number) => times(38, () => mp3Frame({ kilobits }))
/** The first half has four times the bytes of the second. */
const halves = bytesOf(
  ...times(10, () => second(256)).flat(),
  ...times(10, () => second(64)).flat(),
)

describe('the audible position after a seek', () => {
  test('without a table is the share of the bytes', async () => {
    const place = await placeIn(halves, 12.5)
    expect(actualPosition(place, 0)).toBe(0)
    expect(actualPosition(place, 5)).toBeCloseTo(5, 0)
    // Nine tenths of the bytes: all of the first half and half of the second.
    expect(actualPosition(place, 11.25)).toBeCloseTo(15, 0)
    expect(actualPosition(place, 99)).toBeLessThan(20)
  })

  test('with a table is where the table has the hundredth before', async () => {
    const place = await placeIn(bytesOf(infoFrame({ bytes: halves.length }), halves), 20)
    // The table of the header says that the bytes are spread evenly, which is wrong.
    expect(actualPosition(place, 10)).toBeCloseTo(6.25, 0)
    expect(actualPosition(place, 10.15) - actualPosition(place, 10)).toBeCloseTo(0.15, 9)
  })

  test('is the time that is claimed where seeks are exact, or nothing is known', async () => {
    const constant = await placeIn(bytesOf(...second(128)), 3)
    const aac = await placeIn(bytesOf(...times(90, (at) => adtsFrame({ bytes: 90 + at }))), 3)
    const unknown = await placeIn(halves, Number.POSITIVE_INFINITY)
    expect([constant, aac, unknown].map((place) => actualPosition(place, 0.5))).toEqual([
      0.5, 0.5, 0.5,
    ])
  })
})
