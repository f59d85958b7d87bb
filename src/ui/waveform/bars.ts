import { lengthOf } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import type { Inexact } from './known-peaks.ts'
import { firstEndingAfter } from './first-ending-after.ts'

/** Distance from one bar to the next, CSS pixels. */
const pitch = 3

/**
 * How a view is divided into bars. The bars lie on a grid that begins at time 0, so a bar covers the same samples
 * wherever the view begins, and moving the view does not make the picture shimmer.
 */
export interface BarGrid {
  /** From the start of the first bar to the end of the last one: a little more than the view. */
  readonly range: TimeRange
  readonly count: number
  /** Where the first bar begins, CSS pixels: 0 or less. */
  readonly left: number
}

export function gridFor(view: TimeRange, width: number): BarGrid {
  const seconds = (lengthOf(view) * pitch) / width
  // 1e-6: a rounding error must not add a bar.
  const first = Math.floor(view.start / seconds + 1e-6)
  const last = Math.ceil(view.end / seconds - 1e-6)
  return {
    range: { start: first * seconds, end: last * seconds },
    count: Math.max(1, last - first),
    left: ((first * seconds - view.start) / seconds) * pitch,
  }
}

/** `full`, `preview`, `unknown`: the quality of the peaks under it. `pause`: no speech. */
export type BarLook = 'full' | 'preview' | 'pause' | 'unknown'

export interface Bar {
  /** CSS pixels from the left edge of the view. */
  readonly x: number
  /** 0 to 1 of the height of the waveform. */
  readonly height: number
  readonly look: BarLook
}

export function barsOf(
  { range, count, left }: BarGrid,
  {
    peaks,
    loudest,
    inexact,
    silences,
  }: {
    peaks: ArrayLike<number>
    loudest: number
    inexact: readonly Inexact[]
    silences: readonly TimeRange[]
  },
): Bar[] {
  const seconds = lengthOf(range) / count
  let nextInexact = firstEndingAfter(inexact, range.start)
  let nextSilence = firstEndingAfter(silences, range.start)

  const lookOf = (start: number, end: number): BarLook => {
    while (inexact[nextInexact] && inexact[nextInexact]!.end <= start) nextInexact++
    while (silences[nextSilence] && silences[nextSilence]!.end <= start) nextSilence++
    const guess = inexact[nextInexact]
    if (guess && guess.start < end) return guess.isKnown ? 'preview' : 'unknown'
    const silence = silences[nextSilence]
    return silence && silence.start <= start && silence.end >= end ? 'pause' : 'full'
  }
  return Array.from({ length: count }, (_, at) => {
    const start = range.start + at * seconds
    const look = lookOf(start, start + seconds)
    const height = loudest > 0 ? Math.min(1, (peaks[at] ?? 0) / loudest) : 0
    const isFlat = look === 'pause' || look === 'unknown'
    return { x: left + at * pitch, height: isFlat ? 0 : height, look }
  })
}
