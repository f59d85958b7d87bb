import { spawnSync } from 'node:child_process'

export const samplesASecond = 32000

export function run(command, args, input) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    input,
    maxBuffer: 2 ** 28,
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return { stdout, stderr: stderr.toString() }
}

export function samplesOf(bytes) {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

export function bytesOf(samples) {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
}

export function soxRead(path, effects = []) {
  const format = ['-t', 'f32', '-r', String(samplesASecond), '-c', '1', '-']
  return samplesOf(run('sox', ['-D', '-V1', path, ...format, ...effects]).stdout)
}

export const decibels = (ratio) => 20 * Math.log10(ratio)
export const ratioOf = (decibel) => 10 ** (decibel / 20)

export function peakOf(samples) {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
}

export function powerOf(samples) {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
}
