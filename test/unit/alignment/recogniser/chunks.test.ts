import { describe, expect, test } from 'vitest'
import { chunksOf } from '#alignment/recogniser/chunks.ts'
import type { SpeechChunk } from '#alignment/recogniser/chunks.ts'
import { withHole } from '../acoustic-features/synthetic-audio.ts'
import { soundOf, tones } from './synthetic-decoder.ts'
import type { Part } from './synthetic-decoder.ts'

const speech = (seconds: number): Part => ({ seconds, level: 0.3 })
const silence = (seconds: number): Part => ({ seconds, level: 0 })
const faint = (seconds: number): Part => ({ seconds, level: 0.02 })
const lengthOf = (parts: readonly Part[]) => parts.reduce((sum, { seconds }) => sum + seconds, 0)

async function cut(
  parts: readonly Part[],
  { rate = 16_000, from = 0 } = {},
): Promise<SpeechChunk[]> {
  const sound = soundOf(tones(parts, rate), rate)
  const chunks: SpeechChunk[] = []
  for await (const chunk of chunksOf({ sound, duration: lengthOf(parts), from })) chunks.push(chunk)
  return chunks
}
const isHeard = (chunks: readonly SpeechChunk[], time: number) =>
  chunks.some(({ start, end }) => start <= time && time < end)

describe('a recording cut for the recogniser', () => {
  test('is cut in its pauses, and the silence between is left out', async () => {
    const chunks = await cut([silence(2), speech(6), silence(3), speech(7), silence(20), speech(1)])
    expect(chunks).toHaveLength(3)
    for (const [place, [start, end]] of [
      [2, 8],
      [11, 18],
      [38, 39],
    ].entries()) {
      const edges = [chunks[place]!.start - start!, end! - chunks[place]!.end]
      for (const edge of edges) {
        expect(edge).toBeLessThanOrEqual(0.001)
        expect(edge).toBeGreaterThan(-0.15)
      }
    }
  })

  test('has nothing longer than 14 s, and loses no speech where there is no pause', async () => {
    const chunks = await cut([speech(100)])
    expect(Math.max(...chunks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(14)
    expect(chunks[0]!.start).toBe(0)
    for (const [place, { start }] of chunks.entries()) {
      if (place > 0) expect(start).toBeCloseTo(chunks[place - 1]!.end, 5)
    }
    expect(chunks.at(-1)!.end).toBeCloseTo(100, 1)
  })

  test('without a pause is cut where it is quietest', async () => {
    const [first] = await cut([speech(8.5), faint(0.2), speech(11)])
    expect(first!.end).toBeGreaterThan(8.5)
    expect(first!.end).toBeLessThan(8.7)
  })

  test('keeps a quiet voice after a loud one, and a word after a minute of silence', async () => {
    const parts = [speech(9), silence(1), faint(9), silence(60), faint(0.4), silence(3)]
    const chunks = await cut(parts)
    for (const time of [0.1, 8.9, 10.1, 18.9, 79.1, 79.3]) {
      expect(isHeard(chunks, time), `${time} s`).toBe(true)
    }
    expect(isHeard(chunks, 50)).toBe(false)
  })

  test('brings as many samples as its times say, whatever the rate of the recording', async () => {
    for (const rate of [8000, 16_000, 22_050, 44_100]) {
      for (const { samples, start, end } of await cut([speech(20)], { rate })) {
        expect(samples.length / 16_000).toBeCloseTo(end - start, 1)
        const middle = samples.subarray(samples.length / 4, samples.length / 2)
        expect(Math.max(...middle)).toBeCloseTo(0.3, 1)
      }
    }
  })

  test('goes on from a moment as if it had not been interrupted', async () => {
    const parts = [speech(7), silence(1), speech(8), silence(1), speech(6)]
    const [, second, third] = await cut(parts)
    const [again, last] = await cut(parts, { from: second!.start })
    expect(again!.end).toBeCloseTo(second!.end, 1)
    expect(last!.start).toBeCloseTo(third!.start, 1)
  })

  test('tells the pauses inside a chunk', async () => {
    const [chunk] = await cut([speech(2), silence(0.3), speech(2)])
    expect(chunk!.pauses).toHaveLength(1)
    expect(chunk!.pauses[0]!.start).toBeCloseTo(2, 1)
    expect(chunk!.pauses[0]!.end).toBeCloseTo(2.3, 1)
  })

  test.each([
    ['begins late', { from: 0, to: 4 }],
    ['pauses', { from: 10, to: 14 }],
    ['pauses for longer than is decoded at a time', { from: 10, to: 80 }],
  ])('that %s has its chunks where they are heard', async (_, hole) => {
    const parts = [silence(5), speech(4), silence(80), speech(3)]
    const sound = withHole(soundOf(tones(parts, 16_000), 16_000), hole)
    const chunks: SpeechChunk[] = []
    for await (const chunk of chunksOf({ sound, duration: lengthOf(parts) })) chunks.push(chunk)
    expect(chunks.map(({ start, end }) => [Math.round(start), Math.round(end)])).toEqual([
      [5, 9],
      [89, 92],
    ])
  })

  test('of digital silence or without audio has no chunks', async () => {
    expect(await cut([silence(50)])).toEqual([])
    expect(await cut([])).toEqual([])
  })
})
