import { synthesise } from './time-code.mjs'

export const sampleRate = 48_000

/**
 * The time code as 32-bit floats, in pieces of at most a second.
 *
 * @param {{ from?: number, count: number }} stretch in samples; `from` may be before the hour begins
 */
export function* soundOf({ from = 0, count }) {
  let at = from
  while (at < from + count) {
    const second = Math.floor(at / sampleRate)
    const first = at - second * sampleRate
    const last = Math.min(sampleRate, first + from + count - at)
    const whole = synthesise(((second % 3600) + 3600) % 3600, sampleRate)
    const part = whole.subarray(first, last)
    yield Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    at += last - first
  }
}
