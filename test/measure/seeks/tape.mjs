export const sampleRate = 48_000

const bytesOfSample = 4
const secondsKept = 12

/**
 * Buffers the last seconds of a stream, with the time of each sample. A piece may arrive late, never early, so the
 * earliest of the last pieces gives the time of the samples.
 */
export function createTape() {
  let pieces = []
  let count = 0
  let rest = Buffer.alloc(0)

  function add(chunk, nowMs) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.length - (bytes.length % bytesOfSample)
    rest = bytes.subarray(whole)
    const samples = new Float32Array(new Uint8Array(bytes.subarray(0, whole)).buffer)
    count += samples.length
    // Its last sample was played now or earlier.
    pieces.push({ end: count, samples, beginningMs: nowMs - (count / sampleRate) * 1000 })
    pieces = pieces.filter(({ end }) => end > count - secondsKept * sampleRate)
  }

  function around(epochMs, length) {
    const beginningMs = Math.min(...pieces.map(({ beginningMs }) => beginningMs))
    const from = Math.round(((epochMs - beginningMs) / 1000) * sampleRate - length / 2)
    if (pieces.length === 0 || from + length > count) return null
    const window = new Float32Array(length)
    for (const { end, samples } of pieces) {
      const begin = end - samples.length
      const first = Math.max(from, begin)
      const last = Math.min(from + length, end)
      if (first < last) window.set(samples.subarray(first - begin, last - begin), first - from)
    }
    return window
  }

  return { add, around }
}
