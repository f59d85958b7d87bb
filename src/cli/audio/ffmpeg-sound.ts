import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { resolve } from 'node:path'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { createRecentSamples } from './recent-samples.ts'

/** Hertz, of what it gives: no model of speech hears more than half of it. */
const sampleRate = 16_000
/** Seconds: steps back within these cost nothing; 7.7 MB. */
const remembered = 120
/** Seconds: to go further on, jumping is quicker than reading. */
const worthAJump = 60
/** Seconds: after a jump, decoders and filters need a moment until they give what they would have given. */
const runUp = 0.5

export const isFfmpegThere = () =>
  spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0

/** An FFmpeg that is running, and what it gives. */
interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly pieces: AsyncIterator<Buffer>
  /** Half of a sample that a piece ended in. */
  half: Buffer
  complaint: string
}

/**
 * A recording's first sound track by FFmpeg, as 16 kHz mono: a stream that is read as it is asked for, where the
 * last two minutes are remembered. Further back it starts anew; `jumpsExactly`: at the place itself, not at the
 * beginning (in MP3, only a count of its frames tells where a time is).
 */
export function createFfmpegDecoder(
  path: string,
  { jumpsExactly }: { jumpsExactly: boolean },
): RecordingDecoder {
  const recent = createRecentSamples(remembered * sampleRate)
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

  /** Puts the stream where this sample is among the recent ones, or among those to come. */
  function approach(sample: number): Run {
    const isBehind = sample < recent.from
    const isFarAhead = sample > recent.to + worthAJump * sampleRate && jumpsExactly && !hasEnded
    if (run && !isBehind && !isFarAhead) return run
    return startAt(jumpsExactly ? Math.max(0, sample - runUp * sampleRate) : 0)
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
 * Of the file itself, never of what a playlist in it names. Silence fills what is missing before the first
 * sample and between, so that sample n is n / 16,000 s into the recording.
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
  const run: Run = { process, pieces, half: Buffer.alloc(0), complaint: '' }
  process.stderr.setEncoding('utf8').on('data', (said: string) => {
    run.complaint = (run.complaint + said).slice(-2000)
  })
  // Where it cannot be started, its output ends; `checkEnd` says why.
  process.on('error', ({ message }) => (run.complaint = message))
  return run
}

async function checkEnd({ process, complaint }: Run): Promise<void> {
  if (process.exitCode === null && process.signalCode === null && process.pid !== undefined) {
    await once(process, 'close')
  }
  if (process.exitCode === 0) return
  const lastWords = complaint.trim().split('\n').at(-1) ?? ''
  const how = process.signalCode ?? process.exitCode ?? 'not started'
  throw new Error(`FFmpeg ended (${how}): ${lastWords === '' ? 'no reason given' : lastWords}`)
}

function samplesOf(run: Run, piece: Buffer): Float32Array {
  const bytes = run.half.length === 0 ? piece : Buffer.concat([run.half, piece])
  const count = bytes.length >> 1
  run.half = bytes.subarray(count * 2)
  const samples = new Float32Array(count)
  for (let at = 0; at < count; at++) samples[at] = bytes.readInt16LE(at * 2) / 32_768
  return samples
}
