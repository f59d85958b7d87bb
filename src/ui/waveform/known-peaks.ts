import type { AppState } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** What the peaks tell at one moment. The pyramid may go on growing. */
export interface KnownPeaks {
  /** `count` peaks, each the loudest of its part of the stretch, 0 to 1. */
  peaksOf(stretch: TimeRange, count: number): Float32Array<ArrayBuffer>
  /** Where not every sample has been looked at, in order. */
  readonly inexact: readonly Inexact[]
  /** The loudest of the whole recording: what is drawn as high as there is room. */
  readonly loudest: number
}

export interface Inexact extends TimeRange {
  /** Heard here and there; else nothing is known of it. */
  readonly isKnown: boolean
}

const nothingKnown: KnownPeaks = {
  peaksOf: (_, count) => new Float32Array(count),
  inexact: [],
  loudest: 0,
}

/** A picture that breathed with each finding would be worse than one a little too low. */
const noticeable = 1.06

/** The new loudest peak, where it is noticeably louder than the one that the picture was drawn for. */
export const steadyLoudest = (before: number, loudest: number) =>
  loudest > before * noticeable ? loudest : before

/** Reads each report of the peaks once; the loudest stays what it was for small differences. */
export function createSoundReader() {
  let read: AppState['peaks'] | null = null
  let known = nothingKnown
  let of: object | null = null
  return (peaks: AppState['peaks']): KnownPeaks => {
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
