import { spawnSync } from 'node:child_process'
import { findProgram } from '../engines/machine/programs.mjs'
import { startProcess, endProcess } from '../engines/machine/processes.mjs'
import { startNullSink } from '../engines/machine/null-sink.mjs'
import { createTape, sampleRate } from './tape.mjs'

/**
 * An audio output for the browser that this program records. It gets what a loudspeaker would get, and the page is
 * unchanged. (Web Audio on the player would be simpler, but
 * WebKitGTK then lets the player's clock run a second ahead of the audio.)
 *
 * @typedef {object} Output
 * @property {string} server for the browser's PULSE_SERVER
 * @property {(epochMs: number, length: number) => Float32Array | null} around
 *   `length` samples around a moment (`Date.now()`); `null` while they have not all arrived.
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Output>} */
export async function startOutput() {
  const sink = await startNullSink()
  const format = ['--raw', '--format=float32le', `--rate=${sampleRate}`, '--channels=1']
  // The latency requested here also applies to the browser.
  const options = ['--server', sink.server, '--device=null.monitor', '--latency-msec=10']
  const recorder = startProcess(findProgram('parec'), [...options, ...format], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const tape = createTape()
  recorder.stdout.on('data', (bytes) => tape.add(bytes, Date.now()))
  return {
    server: sink.server,
    around: tape.around,
    async close() {
      await endProcess(recorder)
      await sink.close()
    },
  }
}

/** Installs what an output needs, and what WebKitGTK needs to find it. Throws a sentence with the command if it cannot. */
export function ensureOutput(engines) {
  const sound = ['pulseaudio', 'pulseaudio-utils']
  const needed = engines.includes('webkit') ? [...sound, 'gstreamer1.0-pulseaudio'] : sound
  const missing = () => (findProgram('dpkg-query') === null ? [] : needed.filter(isMissing))
  const packages = missing()
  if (packages.length > 0 && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')}`)
    spawnSync('apt-get', ['update', '-qq'])
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  }
  const command = `sudo apt-get install -y --no-install-recommends ${needed.join(' ')}`
  if (missing().length > 0 || findProgram('parec') === null) {
    throw new Error(`To be heard, the browsers need PulseAudio. On Debian: ${command}`)
  }
}

function isMissing(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name])
  return String(stdout) !== 'installed'
}
