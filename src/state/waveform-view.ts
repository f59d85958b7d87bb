import type { TimeRange } from '#transcript/pauses.ts'
import type { AppState } from './store.ts'

/** The range of the recording that the waveform shows, seconds. */
export const visibleRange = ({ view, recording }: Pick<AppState, 'view' | 'recording'>) =>
  viewWithin(view, recording.status === 'open' ? recording.duration : 0)

/** The closest zoom, at which single words are visible. Seconds. */
export const shortestView = 8

/** The share of the previous page that stays visible on the next one. */
const overlap = 0.05

/** The element may be some microseconds before the target of a seek. Seconds. */
const slack = 0.01

export const lengthOf = ({ start, end }: TimeRange) => end - start

export const isInView = (view: TimeRange, time: number) =>
  time >= view.start - slack && time <= view.end + slack

/** The time at which a running playhead comes into the view or leaves it, seconds; `Infinity` after that. */
export function nextCrossing(view: TimeRange | null, time: number): number {
  if (view === null || time > view.end + slack) return Infinity
  return time < view.start - slack ? view.start - slack : view.end + slack
}

/** The view of this length from `start`, moved into the recording; `null`: the whole recording. */
export function placeView(start: number, length: number, duration: number): TimeRange | null {
  if (length >= duration) return null
  const inside = Math.min(duration - length, Math.max(0, start))
  return { start: inside, end: inside + length }
}

/** The view, moved into a recording of this duration. */
export function viewWithin(view: TimeRange | null, duration: number): TimeRange {
  const inside = view && placeView(view.start, lengthOf(view), duration)
  return inside ?? { start: 0, end: duration }
}

/** Shows `factor` times less, with `time` at `place`: 0 is the left edge, 1 the right one. */
export function zoomView(
  view: TimeRange,
  {
    factor,
    time,
    place,
    duration,
  }: { factor: number; time: number; place: number; duration: number },
): TimeRange | null {
  const length = Math.max(shortestView, lengthOf(view) / factor)
  return placeView(time - place * length, length, duration)
}

/** The view that shows a playhead which has left this one: the next page, or, after a jump, around it. */
export function turnPage(view: TimeRange, time: number, duration: number): TimeRange | null {
  const length = lengthOf(view)
  const isNext = time >= view.end && time < view.end + length
  return placeView(time - length * (isNext ? overlap : 0.5), length, duration)
}

/** The time at a place in the view: 0 is its left edge, 1 its right one. Seconds. */
export const timeAtFraction = (view: TimeRange, place: number) =>
  view.start + Math.min(1, Math.max(0, place)) * lengthOf(view)

/** Where in the view a time is: 0 at the left edge, 1 at the right one, beyond them outside. */
export const fractionAt = (view: TimeRange, time: number) => (time - view.start) / lengthOf(view)
