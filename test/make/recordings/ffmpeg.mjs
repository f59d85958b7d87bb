import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sampleRate, soundOf } from './sound.mjs'

/** FFmpeg runs at low priority, for the other work of the machine. */
const niceness = 15

/** FFmpeg's options for audio on its standard input. */
export const soundInput = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-i', 'pipe:0']

/** Installs FFmpeg if possible; otherwise throws a sentence that says how to install it. */
export function ensureFfmpeg() {
  if (isThere()) return
  if (process.getuid?.() === 0) {
    console.log('Installing ffmpeg')
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'ffmpeg'], options)
  }
  if (!isThere()) {
    throw new Error('The recordings need ffmpeg. On Debian: sudo apt-get install -y ffmpeg')
  }
}

const isThere = () => spawnSync('ffmpeg', ['-version']).status === 0

/**
 * Runs FFmpeg, which overwrites existing files.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof soundOf>[0]} [sound] goes to its standard input
 */
export async function ffmpeg(args, sound) {
  const child = spawn('ffmpeg', ['-hide_banner', '-v', 'error', '-nostdin', '-y', ...args], {
    stdio: [sound === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  if (child.pid !== undefined) setPriority(child.pid, niceness)
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  // When FFmpeg ends early, its own message says more than the broken pipe.
  const given = sound && pipeline(Readable.from(soundOf(sound)), child.stdin).catch(() => {})
  const [code] = await ended
  await given
  if (code !== 0) throw new Error(`ffmpeg ${args.join(' ')}\n${complaint}`)
}
