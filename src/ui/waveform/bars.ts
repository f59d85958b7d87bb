import { lengthOf } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import type { Inexact } from './known-peaks.ts'
import { firstEndingAfter } from './stretches.ts'

/** From one bar to the next, CSS pixels. */
const pitch = 3

/**
 * How the view is divided in bars. A bar stands for the same moments wherever the view begins, so that
 * moving the view moves the picture and does not make it shimmer.
 */
export interface BarGrid {
  /** From the first bar's beginning to the last one's end: a little more than the view. */
  readonly stretch: TimeRange
  readonly count: number
  /** Where the first bar begins, CSS pixels: 0 or less. */
  readonly left: number
}

export function gridFor(view: TimeRange, width: number): BarGrid {
  const seconds = (lengthOf(view) * pitch) / width
  // A view that begins at a bar begins there for numbers that are not exact, too.
  const first = Math.floor(view.start / seconds + 1e-6)
  const last = Math.ceil(view.end / seconds - 1e-6)
  return {
    stretch: { start: first * seconds, end: last * seconds },
    count: Math.max(1, last - first),
    left: ((first * seconds - view.start) / seconds) * pitch,
  }
}

/** `unheard`: nothing is known yet. `pause`: nobody speaks. */
export type BarLook = 'sound' | 'sketch' | 'pause' | 'unheard'

export interface Bar {
  /** CSS pixels from the left edge of the view. */
  readonly x: number
  /** 0 to 1 of the height there is. */
  readonly height: number
  readonly look: BarLook
}

export function barsOf(
  { stretch, count, left }: BarGrid,
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
  const seconds = lengthOf(stretch) / count
  let nextInexact = firstEndingAfter(inexact, stretch.start)
  let nextSilence = firstEndingAfter(silences, stretch.start)

  const lookOf = (start: number, end: number): BarLook => {
    while (inexact[nextInexact] && inexact[nextInexact]!.end <= start) nextInexact++
    while (silences[nextSilence] && silences[nextSilence]!.end <= start) nextSilence++
    const guess = inexact[nextInexact]
    if (guess && guess.start < end) return guess.isKnown ? 'sketch' : 'unheard'
    const silence = silences[nextSilence]
    return silence && silence.start <= start && silence.end >= end ? 'pause' : 'sound'
  }
  return Array.from({ length: count }, (_, at) => {
    const start = stretch.start + at * seconds
    const look = lookOf(start, start + seconds)
    const height = loudest > 0 ? Math.min(1, (peaks[at] ?? 0) / loudest) : 0
    const isFlat = look === 'pause' || look === 'unheard'
    return { x: left + at * pitch, height: isFlat ? 0 : height, look }
  })
}
