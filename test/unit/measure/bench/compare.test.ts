import { describe, expect, test } from 'vitest'
import { compareRow } from '../../../measure/bench/compare.mjs'
import { alone, compared } from '../../../measure/bench/row.mjs'

const timed = (earshot: number, peer: number) =>
  compared({ name: 'interactive, ms', earshot, peer })
const verdictOf = (...rows: Parameters<typeof compareRow>) => compareRow(...rows).verdict

describe('a figure beside the committed one', () => {
  test('has no verdict where none was committed', () => {
    expect(compareRow(timed(100, 100), undefined)).toEqual({ before: null, verdict: null })
  })

  test('is compared by its ratio, so that a slower machine does not make it worse', () => {
    expect(compareRow(timed(600, 300), timed(200, 100))).toEqual({ before: 2, verdict: 'same' })
  })

  test('is better or worse when the ratio leaves the tolerance', () => {
    expect(verdictOf(timed(240, 200), timed(200, 200))).toBe('worse')
    expect(verdictOf(timed(160, 200), timed(200, 200))).toBe('better')
    expect(verdictOf(timed(225, 200), timed(200, 200))).toBe('same')
  })

  test('is the same when it differs by less than a frame', () => {
    expect(verdictOf(timed(24, 12), timed(12, 12))).toBe('same')
  })

  test('without a peer is compared itself, with more tolerance', () => {
    const paint = (earshot: number) => alone({ name: 'first paint, ms', earshot })
    expect(compareRow(paint(1200), paint(1000))).toEqual({ before: 1000, verdict: 'same' })
    expect(verdictOf(paint(1300), paint(1000))).toBe('worse')
    expect(verdictOf(paint(700), paint(1000))).toBe('better')
  })

  test('of Lighthouse has tolerances in its own units', () => {
    const points = (earshot: number) => alone({ name: 'mobile, points below 100', earshot })
    const shift = (earshot: number) => alone({ name: 'mobile, layout shift', earshot })
    expect(verdictOf(points(4), points(2))).toBe('same')
    expect(verdictOf(points(6), points(2))).toBe('worse')
    expect(verdictOf(shift(0.009), shift(0.001))).toBe('same')
    expect(verdictOf(shift(0.02), shift(0.001))).toBe('worse')
    expect(verdictOf(shift(0), shift(0.02))).toBe('better')
  })
})
