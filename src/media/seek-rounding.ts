/**
 * What to ask for, so that the element stands at this time or after it. Chromium 156 cuts a time to whole
 * microseconds, and can lose one more on the way: of 200 word starts asked for as they are, 8 landed before
 * the word, in the one before it; so asked for, none. Nobody hears two microseconds.
 */
const notBefore = (time: number) => (time <= 0 ? 0 : (Math.ceil(time * 1e6 - 1e-3) + 1.5) / 1e6)

/** The same, within a recording of this length; one that is not known (or 0, in WebKit) is no limit. Seconds. */
export function roundSeek(duration: number, time: number) {
  return Math.min(notBefore(time), Number.isFinite(duration) && duration > 0 ? duration : Infinity)
}
