import { concatenateFloats } from '#arrays/concatenate.ts'
import type { ByteSource } from '../byte-source.ts'
import { createMpg123 } from '../decoding/mpg123.ts'
import type { FramedStream } from '../frames/first-frame.ts'
import { createResampler } from '../resample.ts'
import { mostWaveBytes, waveHead } from '../wave-head.ts'
import { findFrameRuns } from './frame-runs.ts'

const readBytes = 256 * 1024

/**
 * MPEG audio of any layer as a WAV of 16 bits, at its highest sampling rate and with the most channels that it has: for layer
 * II, which browsers do not play, and for joined files whose sampling rate changes, at which they stop. `null` where nothing
 * can be decoded, and for what is too long. Rejects as the source does.
 */
export async function framesToWave(source: ByteSource, stream: FramedStream): Promise<Blob | null> {
  const runs = await findFrameRuns(source, stream)
  if (runs.length === 0) return null
  const sampleRate = Math.max(...runs.map(({ header }) => header.sampleRate))
  const channels = Math.max(...runs.map(({ header }) => header.channels))
  const pieces: Int16Array<ArrayBuffer>[] = []
  let size = 0
  const mpg123 = await createMpg123()
  try {
    for (const run of runs) {
      for await (const planes of decodeRun(mpg123, source, run, sampleRate)) {
        const piece = interleaved(planes, channels)
        size += piece.byteLength
        if (size > mostWaveBytes) return null
        pieces.push(piece)
      }
      await mpg123.reset()
    }
  } finally {
    mpg123.dispose()
  }
  if (size === 0) return null
  const head = waveHead({ tag: 1, channels, sampleRate, bits: 16 }, size)
  return new Blob([head, ...pieces], { type: 'audio/wav' })
}

/** Its samples at `sampleRate`, a plane for each channel. */
async function* decodeRun(
  mpg123: Awaited<ReturnType<typeof createMpg123>>,
  source: ByteSource,
  { from, to, header }: FramedStream,
  sampleRate: number,
): AsyncGenerator<readonly Float32Array[]> {
  const resamplers = Array.from({ length: header.channels }, () =>
    createResampler({ from: header.sampleRate, to: sampleRate }),
  )
  for (let at = from; at < to; at += readBytes) {
    const bytes = await source.read(at, Math.min(to, at + readBytes))
    const decoded: Float32Array[][] = resamplers.map(() => [])
    mpg123.decode(bytes, (planes) => {
      // a plane is a view of the decoder's memory, which the next one overwrites
      for (const [channel, parts] of decoded.entries()) parts.push(planes[channel]!.slice())
    })
    yield decoded.map((parts, channel) => resamplers[channel]!.push(concatenateFloats(parts)))
  }
  yield resamplers.map((resampler) => resampler.finish())
}

/** Mono sounds in all channels. */
function interleaved(planes: readonly Float32Array[], channels: number): Int16Array<ArrayBuffer> {
  const { length } = planes[0]!
  const samples = new Int16Array(length * channels)
  for (let channel = 0; channel < channels; channel++) {
    const plane = planes[Math.min(channel, planes.length - 1)]!
    for (let at = 0; at < length; at++) {
      const sample = Math.round(plane[at]! * 32_768)
      samples[at * channels + channel] = Math.max(-32_768, Math.min(32_767, sample))
    }
  }
  return samples
}
