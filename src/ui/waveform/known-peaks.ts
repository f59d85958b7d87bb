import type { AppFacts } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** The peaks as they were last reported; the pyramid may grow meanwhile. */
export interface KnownPeaks {
  /** `count` peaks, each the loudest of its part of the range, 0 to 1. */
  peaksOf(range: TimeRange, count: number): Float32Array<ArrayBuffer>
  /** The ranges in which not every sample has been analysed, in order. */
  readonly inexact: readonly Inexact[]
  /** The loudest peak of the whole recording: it is drawn at full height. */
  readonly loudest: number
}

export interface Inexact extends TimeRange {
  /** Some samples have been analysed. */
  readonly isKnown: boolean
}

const nothingKnown: KnownPeaks = {
  peaksOf: (_, count) => new Float32Array(count),
  inexact: [],
  loudest: 0,
}

/** Smaller growth would rescale the picture with every report, so it is drawn a little too high instead. */
const noticeable = 1.06

/** The peak to scale by: the new one where it is noticeably louder than the one the picture was drawn with. */
export const steadyLoudest = (before: number, loudest: number) =>
  loudest > before * noticeable ? loudest : before

/** Returns a function that reads each report of peaks once and keeps `loudest` steady within a recording. */
export function createPeaksReader() {
  let read: AppFacts['peaks'] | null = null
  let known = nothingKnown
  let of: object | null = null
  return (peaks: AppFacts['peaks']): KnownPeaks => {
    if (peaks === read) return known
    read = peaks
    if (!('pyramid' in peaks)) {
      of = null
      return (known = nothingKnown)
    }
    const { pyramid } = peaks
    const whole = { start: 0, end: pyramid.duration }
    const before = pyramid === of ? known.loudest : 0
    of = pyramid
    return (known = {
      peaksOf: pyramid.peaksBetween.bind(pyramid),
      inexact: pyramid.incompleteRanges(),
      loudest: steadyLoudest(before, pyramid.peaksBetween(whole, 1)[0]!),
    })
  }
}
