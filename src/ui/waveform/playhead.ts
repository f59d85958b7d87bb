/** Width of the line that marks the playhead, CSS pixels. */
export const cursorWidth = 2
/** Pixels a second from which steps of one pixel and of the cursor's width look the same. */
const fast = 30

/** The visible range as it is drawn. */
export interface DrawnRange {
  /** CSS pixels. */
  readonly width: number
  readonly seconds: number
  /** Device pixels in a CSS pixel. */
  readonly scale: number
}

/**
 * Where the cursor begins for a time, CSS pixels from the left edge; out of sight for times outside of the range. It
 * moves by whole device pixels or, where it runs fast, by its own width, which takes half as many frames.
 *
 * @param time seconds from the start of the range
 */
export function stepOf(time: number, { width, seconds, scale }: DrawnRange): number {
  if (time < 0) return -cursorWidth
  if (time > seconds) return width
  const perSecond = width / seconds
  const step = stepWidth(perSecond, scale)
  return Math.min(width - cursorWidth, Math.round((time * perSecond) / step) * step)
}

/**
 * The time until which the cursor may stand where it is at `time`, seconds; `Infinity` after the range. Where it moves by
 * single pixels it may be one late: a word or a second that ends meanwhile moves it along, without a frame of its own.
 */
export function latestStepTime(time: number, range: DrawnRange): number {
  const perSecond = range.width / range.seconds
  const lateness = time < 0 || perSecond > fast ? 0 : 1 / range.scale / perSecond
  return nextStepTime(time, range) + lateness
}

/** The first time after `time` for which `stepOf` gives another place, seconds; `Infinity` after the range. */
export function nextStepTime(time: number, { width, seconds, scale }: DrawnRange): number {
  if (time < 0) return 0
  if (time > seconds) return Infinity
  const perSecond = width / seconds
  const step = stepWidth(perSecond, scale)
  return ((Math.round((time * perSecond) / step) + 0.5) * step) / perSecond
}

const stepWidth = (perSecond: number, scale: number) => (perSecond > fast ? cursorWidth : 1 / scale)
