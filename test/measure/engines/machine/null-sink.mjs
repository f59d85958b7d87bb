import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { endProcess, startProcess } from './processes.mjs'
import { findProgram } from './programs.mjs'

const timeoutMs = 10_000

/**
 * A PulseAudio server with one output, which discards the audio in real time. Without an output
 * Firefox reports a decoding error; into ALSA's null device it plays forty times too fast.
 */
export async function startNullSink() {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-sound-'))
  const socket = join(folder, 'socket')
  const modules = [
    'module-null-sink',
    `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
  ]
  const server = startProcess(
    findProgram('pulseaudio'),
    [
      '-n',
      '--daemonize=no',
      '--use-pid-file=no',
      '--disable-shm=yes',
      '--exit-idle-time=-1',
      ...modules.map((module) => `--load=${module}`),
    ],
    { env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder } },
  )
  const close = async () => {
    await endProcess(server)
    await rm(folder, { recursive: true, force: true })
  }
  for (let waited = 0; !existsSync(socket); waited += 50) {
    if (server.exitCode !== null || waited > timeoutMs) {
      await close()
      throw new Error('pulseaudio did not start')
    }
    await delay(50)
  }
  return { server: `unix:${socket}`, close }
}
