import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureFfmpeg, ffmpeg, soundInput } from '../../make/recordings/ffmpeg.mjs'
import { formats } from '../../make/recordings/formats.mjs'
import { lengths } from '../../make/recordings/options.mjs'
import { recordingName, recordingsFolder } from '../../make/recordings/place.mjs'
import { sampleRate } from '../../make/recordings/sound.mjs'

/**
 * AAC without perceptual noise substitution: noise from the decoder differs between decodings that begin at different
 * frames.
 */
const withoutNoise = { id: 'aac-m4a-nopns', extension: 'm4a' }

/** Kinds of recordings: the formats of the fixtures, and one more. */
export const kinds = [...formats, withoutNoise]

const maker = join(import.meta.dirname, '../../make/recordings/make.mjs')

/** Makes the recording unless it exists. Returns its name in `recordingsFolder`. */
export async function ensureRecording(kind, length) {
  const name = recordingName(length, kind)
  if (existsSync(join(recordingsFolder, name))) return name
  console.error(`  making ${name}`)
  if (kind === withoutNoise) await encodeWithoutNoise(name, lengths[length])
  else {
    const args = [maker, '--lengths', length, '--formats', kind.id]
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  return name
}

/** Writes under another name until the file is complete. */
async function encodeWithoutNoise(name, seconds) {
  ensureFfmpeg()
  mkdirSync(recordingsFolder, { recursive: true })
  const partial = join(recordingsFolder, `partial.${name}`)
  const codec = ['-c:a', 'aac', '-b:a', '64k', '-aac_pns', '0']
  await ffmpeg([...soundInput, ...codec, partial], { count: seconds * sampleRate })
  renameSync(partial, join(recordingsFolder, name))
}
