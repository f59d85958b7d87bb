import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { resolve } from 'node:path'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { createRecentSamples } from './recent-samples.ts'

/** Hertz. Speech models use frequencies up to half of this. */
const sampleRate = 16_000
/** Seconds of audio that stay in memory for steps back; 7.7 MB. */
const bufferedSeconds = 120
/** Seconds. Further ahead, a new seek is faster than decoding up to there. */
const seekThreshold = 60
/** Seconds that are decoded before the requested time after a seek, until decoders and filters have settled. */
const preroll = 0.5

export const hasFfmpeg = () => spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0

/**
 * Demuxers that read one file, by FFmpeg's names. Not among them: `concat`, `hls`, `dash`, `imf` and the like, whose files name
 * others, and pictures, whose names are patterns.
 */
const formatsOfOneFile =
  'wav,w64,aiff,au,caf,flac,mp3,aac,loas,ac3,eac3,dts,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,xwma,flv,mpeg,mpegts,mpegvideo,amr,amrnb,amrwb,ape,wv,tta,tak,mpc,mpc8,dsf,iff,voc,rm,mxf,nut,oma,gsm,dss,mmf,qcp,sox,truehd,wtv'

/** A running FFmpeg and its output. */
interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly pieces: AsyncIterator<Buffer>
  /** First bytes of samples whose other bytes are in the next piece. */
  rest: Buffer
  errorOutput: string
}

/**
 * Decodes the first audio track with FFmpeg, at 16 kHz. More channels than `channels` are mixed to so many; the caller
 * mixes two, because FFmpeg would cancel those that are in opposite phase. The stream is read on demand, and the last two minutes are
 * buffered. A step further back restarts FFmpeg, at the requested time if `seeksExactly`, otherwise at the beginning: in
 * MP3 without a frame index, seeks are inexact.
 */
export function createFfmpegDecoder(
  path: string,
  { seeksExactly, channels }: { seeksExactly: boolean; channels: 1 | 2 },
): RecordingDecoder {
  const planes = Array.from({ length: channels }, () =>
    createRecentSamples(bufferedSeconds * sampleRate),
  )
  const recent = planes[0]!
  let run: Run | null = null
  let hasEnded = false

  function startAt(sample: number): Run {
    stop()
    for (const plane of planes) plane.restart(sample)
    hasEnded = false
    return (run = startFfmpeg(path, { from: sample / sampleRate, channels }))
  }

  function stop() {
    run?.process.kill('SIGKILL')
    run = null
  }

  /** Makes sure that this sample is buffered or still to come. */
  function approach(sample: number): Run {
    const isBehind = sample < recent.from
    const isFarAhead = sample > recent.to + seekThreshold * sampleRate && seeksExactly && !hasEnded
    if (run && !isBehind && !isFarAhead) return run
    return startAt(seeksExactly ? Math.max(0, sample - preroll * sampleRate) : 0)
  }

  async function readOn(current: Run): Promise<void> {
    const { value, done } = await current.pieces.next()
    if (done === true) {
      hasEnded = true
      await checkEnd(current)
    } else {
      for (const [at, samples] of planesOf(current, value, channels).entries()) {
        planes[at]!.push(samples)
      }
    }
  }

  return {
    async decode({ start, end }, take) {
      let at = Math.max(0, Math.floor(start * sampleRate))
      const stopAt = Math.ceil(end * sampleRate)
      const current = approach(at)
      while (at < stopAt) {
        if (at < recent.to) {
          const to = Math.min(stopAt, recent.to, at + sampleRate)
          take({
            planes: planes.map((plane) => plane.read(at, to)),
            time: at / sampleRate,
            sampleRate,
          })
          at = to
        } else if (hasEnded) return
        else await readOn(current)
      }
    },
    dispose: stop,
  }
}

/**
 * Starts FFmpeg. It reads only this file, never files that a playlist in it names. Silence fills gaps before the first
 * sample and between samples, so that sample n is n / 16,000 s into the recording.
 */
function startFfmpeg(path: string, { from, channels }: { from: number; channels: number }): Run {
  const onlyThisFile = ['-protocol_whitelist', 'file', '-format_whitelist', formatsOfOneFile]
  const jump = from > 0 ? ['-ss', from.toFixed(6)] : []
  const input = [...jump, ...onlyThisFile, '-i', `file:${resolve(path)}`]
  const filter = `aresample=${sampleRate}:async=1:first_pts=0`
  const output = ['-map', '0:a:0', '-ac', String(channels), '-af', filter, '-f', 's16le', 'pipe:1']
  const process = spawn(
    'ffmpeg',
    ['-nostdin', '-v', 'error', '-threads', '1', ...input, ...output],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const pieces = process.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const run: Run = { process, pieces, rest: Buffer.alloc(0), errorOutput: '' }
  process.stderr.setEncoding('utf8').on('data', (text: string) => {
    run.errorOutput = (run.errorOutput + text).slice(-2000)
  })
  // If FFmpeg cannot be started, its output ends, and `checkEnd` throws.
  process.on('error', ({ message }) => (run.errorOutput = message))
  return run
}

async function checkEnd({ process, errorOutput }: Run): Promise<void> {
  if (process.exitCode === null && process.signalCode === null && process.pid !== undefined) {
    await once(process, 'close')
  }
  if (process.exitCode === 0) return
  const lastLine = errorOutput.trim().split('\n').at(-1) ?? ''
  const how = process.signalCode ?? process.exitCode ?? 'not started'
  throw new Error(`FFmpeg ended (${how}): ${lastLine === '' ? 'no reason given' : lastLine}`)
}

function planesOf(run: Run, piece: Buffer, channels: number): Float32Array[] {
  const bytes = run.rest.length === 0 ? piece : Buffer.concat([run.rest, piece])
  const step = 2 * channels
  const count = Math.floor(bytes.length / step)
  run.rest = bytes.subarray(count * step)
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from(
      { length: count },
      (_, at) => bytes.readInt16LE(at * step + 2 * channel) / 32_768,
    ),
  )
}
