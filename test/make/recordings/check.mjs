import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { sampleRate } from './sound.mjs'
import { readTime } from './time-code.mjs'

const windowSamples = 8192
/** A little more than a minute, so that all positions within a minute are checked. */
const secondsBetween = 67.3
const tolerance = 0.03

/**
 * Decodes a whole recording and checks the time code in it, up to its last seconds.
 *
 * @param {string} path
 * @param {number} seconds expected duration
 * @returns {Promise<string>} The faults as a sentence; empty if there are none.
 */
export async function check(path, seconds) {
  const raw = ['-map', '0:a', '-f', 'f32le', '-ac', '1', '-ar', String(sampleRate), 'pipe:1']
  const decoder = spawn('ffmpeg', ['-v', 'error', '-nostdin', '-i', path, ...raw], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (decoder.pid !== undefined) setPriority(decoder.pid, 15)
  const faults = []
  let read = 0
  let next = 0.4
  for await (const { from, samples } of windowsOf(decoder.stdout, () => next)) {
    const middle = from + windowSamples / 2 / sampleRate
    const time = readTime(samples, sampleRate)
    if (time === null) faults.push(`no time at ${middle.toFixed(2)}`)
    else if (Math.abs(time - (middle % 3600)) > tolerance) {
      faults.push(`${time.toFixed(3)} read at ${middle.toFixed(3)}`)
    }
    read++
    const last = seconds - 0.9
    next = next < last && next + secondsBetween > last ? last : next + secondsBetween
    if (next - Math.floor(next) > 0.8 || next - Math.floor(next) < 0.02) next += 0.25
  }
  const expected = Math.floor(seconds / secondsBetween)
  if (read < expected) faults.push(`only ${read} of ${expected} windows: it is shorter`)
  return faults.slice(0, 3).join('; ')
}

/** Windows of a stream of 32-bit floats, each at the time that `wanted` returns. */
async function* windowsOf(stream, wanted) {
  let buffered = Buffer.alloc(0)
  let start = 0
  for await (const chunk of stream) {
    buffered = Buffer.concat([buffered, chunk])
    for (;;) {
      const from = Math.round(wanted() * sampleRate) * 4
      if (from > start) {
        const passed = Math.min(from - start, buffered.length)
        buffered = buffered.subarray(passed)
        start += passed
      }
      if (start < from || buffered.length < windowSamples * 4) break
      const bytes = buffered.subarray(0, windowSamples * 4)
      const samples = new Float32Array(new Uint8Array(bytes).buffer)
      yield { from: from / 4 / sampleRate, samples }
    }
  }
}
