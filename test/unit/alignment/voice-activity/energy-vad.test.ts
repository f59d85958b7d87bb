import { describe, expect, test } from 'vitest'
import { silenceScores } from '#alignment/voice-activity/energy-vad.ts'

/** Mean squares, four a frame, from decibels below full scale. */
const loudnessOf = (levels: readonly number[]) =>
  Float32Array.from(levels.flatMap((level) => Array<number>(4).fill(10 ** (level / 10))))

/** Alternating seconds of speech and pause. */
const inTurn = (loud: number, quiet: number) =>
  loudnessOf(
    Array.from({ length: 1000 }, (_, frame) => (Math.floor(frame / 100) % 2 ? quiet : loud)),
  )

describe('silence', () => {
  test.each([
    ['a quiet room', -30, -70],
    ['a street', -20, -32],
  ])('explains the pauses in %s, and not the speech', (_, loud, quiet) => {
    const scores = silenceScores(inTurn(loud, quiet))
    expect(scores).toHaveLength(1000)
    // In the middle of each second: loudness is smoothed over five frames.
    for (let second = 0; second < 10; second++) {
      const score = scores[second * 100 + 50]!
      if (second % 2) expect(score).toBeGreaterThan(-1)
      else expect(score).toBeLessThan(-5)
    }
  })

  test('is the less believed the louder it is', () => {
    const rising = loudnessOf(Array.from({ length: 200 }, (_, frame) => -70 + frame / 4))
    const scores = silenceScores(rising)
    for (let frame = 1; frame < 200; frame++) {
      expect(scores[frame]).toBeLessThanOrEqual(scores[frame - 1]!)
    }
    expect(scores[199]).toBeLessThan(scores[0]! - 5)
  })

  test('is not found if everything is equally loud, or everything is silent', () => {
    for (const level of [-20, -150]) {
      expect(new Set(silenceScores(loudnessOf(Array<number>(300).fill(level))))).toEqual(
        new Set([-Infinity]),
      )
    }
    expect(silenceScores(new Float32Array(0))).toHaveLength(0)
  })

  test('does not depend on how loud the recording is', () => {
    const loud = silenceScores(inTurn(-10, -40))
    silenceScores(inTurn(-30, -60)).forEach((score, frame) =>
      expect(score).toBeCloseTo(loud[frame]!, 2),
    )
  })
})
