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

/** A running FFmpeg and its output. */
interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly pieces: AsyncIterator<Buffer>
  /** First byte of a sample whose second byte is in the next piece. */
  half: Buffer
  errorOutput: string
}

/**
 * Decodes the first audio track with FFmpeg, as 16 kHz mono. The stream is read on demand, and the last two minutes are
 * buffered. A step further back restarts FFmpeg, at the requested time if `seeksExactly`, otherwise at the beginning: in
 * MP3 without a frame index, seeks are inexact.
 */
export function createFfmpegDecoder(
  path: string,
  { seeksExactly }: { seeksExactly: boolean },
): RecordingDecoder {
  const recent = createRecentSamples(bufferedSeconds * sampleRate)
  let run: Run | null = null
  let hasEnded = false

  function startAt(sample: number): Run {
    stop()
    recent.restart(sample)
    hasEnded = false
    return (run = startFfmpeg(path, sample / sampleRate))
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
    } else recent.push(samplesOf(current, value))
  }

  return {
    async decode({ start, end }, take) {
      let at = Math.max(0, Math.floor(start * sampleRate))
      const stopAt = Math.ceil(end * sampleRate)
      const current = approach(at)
      while (at < stopAt) {
        if (at < recent.to) {
          const to = Math.min(stopAt, recent.to, at + sampleRate)
          take({ planes: [recent.read(at, to)], time: at / sampleRate, sampleRate })
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
function startFfmpeg(path: string, seconds: number): Run {
  const jump = seconds > 0 ? ['-ss', seconds.toFixed(6)] : []
  const input = [...jump, '-protocol_whitelist', 'file', '-i', `file:${resolve(path)}`]
  const filter = `aresample=${sampleRate}:async=1:first_pts=0`
  const output = ['-map', '0:a:0', '-ac', '1', '-af', filter, '-f', 's16le', 'pipe:1']
  const process = spawn(
    'ffmpeg',
    ['-nostdin', '-v', 'error', '-threads', '1', ...input, ...output],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const pieces = process.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const run: Run = { process, pieces, half: Buffer.alloc(0), errorOutput: '' }
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

function samplesOf(run: Run, piece: Buffer): Float32Array {
  const bytes = run.half.length === 0 ? piece : Buffer.concat([run.half, piece])
  const count = bytes.length >> 1
  run.half = bytes.subarray(count * 2)
  const samples = new Float32Array(count)
  for (let at = 0; at < count; at++) samples[at] = bytes.readInt16LE(at * 2) / 32_768
  return samples
}
