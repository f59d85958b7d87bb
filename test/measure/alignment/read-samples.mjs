import { execFileSync } from 'node:child_process'

/** Sample rate of all recordings, hertz. */
export const sampleRate = 16_000

/**
 * The samples of a short recording, mono. For long ones, see channel.mjs.
 *
 * @param {string} path
 * @param {readonly string[]} [format] format options that FFmpeg cannot detect
 */
export function readSamples(path, format = []) {
  const input = ['-v', 'error', '-nostdin', ...format, '-i', path]
  const output = ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1', 'pipe:1']
  const bytes = execFileSync('ffmpeg', [...input, ...output], { maxBuffer: 2 ** 28 })
  return new Int16Array(new Uint8Array(bytes).buffer)
}
