import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { once } from 'node:events'

export const definition =
  'ffmpeg: `ffmpeg -i file -vn -f null -`, from its start to its end: it decodes the sound to nothing. The ' +
  'file was read once before.'

/** Milliseconds. */
export async function timeOfFfmpeg(path) {
  const begun = performance.now()
  const child = spawn('ffmpeg', ['-v', 'error', '-nostdin', '-i', path, '-vn', '-f', 'null', '-'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
  return performance.now() - begun
}

/** So that nobody is charged for a disk that had not been asked before. */
export async function readThrough(path) {
  // oxlint-disable-next-line no-empty
  for await (const _ of createReadStream(path, { highWaterMark: 2 ** 20 })) {
  }
}
