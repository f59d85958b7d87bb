import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const peaksPerSecond = 100

/** @returns {{ codec: string, sampleRate: number, channels: number }} of a file's first audio track */
export function soundOf(path) {
  const wanted = [
    '-select_streams',
    'a:0',
    '-show_entries',
    'stream=codec_name,sample_rate,channels',
  ]
  const args = ['-v', 'error', ...wanted, '-of', 'json', path]
  const [stream] = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })).streams
  return {
    codec: stream.codec_name,
    sampleRate: Number(stream.sample_rate),
    channels: stream.channels,
  }
}

/**
 * The peaks of FFmpeg's decoding: the loudest sample of all channels in each hundredth of a second, 0 to 1.
 *
 * @param {readonly string[]} input FFmpeg's arguments for its input
 * @param {{ sampleRate: number, channels: number }} sound
 * @param {Buffer} [given] FFmpeg's standard input
 * @returns {Promise<number[]>}
 */
export async function referencePeaks(input, { sampleRate, channels }, given) {
  const raw = ['-map', '0:a:0', '-f', 'f32le', '-c:a', 'pcm_f32le', 'pipe:1']
  const decoder = spawn('ffmpeg', ['-v', 'error', '-nostdin', ...input, ...raw], {
    stdio: [given ? 'pipe' : 'ignore', 'pipe', 'ignore'],
  })
  const ended = once(decoder, 'close')
  const giving = given && pipeline(Readable.from(piecesOf(given)), decoder.stdin)
  const peaks = []
  const valuesPerPeak = (sampleRate / peaksPerSecond) * channels
  let count = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of decoder.stdout) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.length - (bytes.length % 4)
    rest = bytes.subarray(whole)
    const values = new Float32Array(new Uint8Array(bytes.subarray(0, whole)).buffer)
    for (const value of values) {
      const at = Math.floor(count++ / valuesPerPeak)
      const loudness = Math.min(1, Math.abs(value))
      if (!(peaks[at] >= loudness)) peaks[at] = loudness
    }
  }
  await giving
  const [code] = await ended
  if (code !== 0) throw new Error(`ffmpeg ${input.join(' ')} ended with ${code}`)
  return peaks
}

function* piecesOf(bytes, size = 2 ** 16) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
