import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './check.mjs'
import { ensureFfmpeg } from './ffmpeg.mjs'
import { formats, hours } from './formats.mjs'
import { durationOf } from './duration.mjs'
import { lengths, readOptions, usage } from './options.mjs'
import { recordingName, recordingsFolder } from './place.mjs'

/**
 * `npm run fixtures`: long recordings in each format, `.cache/recordings/1h.mp3-vbr.mp3`. Existing
 * files are not made again; delete a file to do so.
 *
 * Their audio is a time code (time-code.mjs), modulo one hour. Where frames can be copied, only one
 * hour is encoded, and the longer recordings repeat it, the ten minutes are its first: at 48 kHz an hour is
 * a whole number of MP3, AAC and Opus frames, so nothing shifts from one hour to the next, and what is heard
 * 83.5 s into the file is 83.5 s to the millisecond. Vorbis, FLAC and WAV are encoded whole.
 */
try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(usage)
  else process.exitCode = await makeAll(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function makeAll(options) {
  ensureFfmpeg()
  mkdirSync(join(recordingsFolder, 'hours'), { recursive: true })
  const made = []
  for (const length of options.lengths) {
    for (const format of formats.filter(({ id }) => options.formats.includes(id))) {
      const name = recordingName(length, format)
      const make = (target) => format.make(target, lengths[length], hourPath)
      await makeOnce(join(recordingsFolder, name), make)
      made.push({ name, seconds: lengths[length] })
    }
  }
  return list(made, options.check)
}

async function hourPath(name) {
  const { extension, make } = hours[name]
  const path = join(recordingsFolder, 'hours', `${name}.${extension}`)
  await makeOnce(path, make)
  return path
}

/** Writes under another name until the file is complete. */
async function makeOnce(path, make) {
  if (existsSync(path)) return
  const partial = path.replace(/([^/]+)$/, 'partial.$1')
  const begun = performance.now()
  try {
    await make(partial)
    renameSync(partial, path)
  } finally {
    rmSync(partial, { force: true })
  }
  console.error(`${path}: made in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

async function list(recordings, isChecked) {
  let faulty = 0
  for (const { name, seconds } of recordings) {
    const path = join(recordingsFolder, name)
    const megabytes = (statSync(path).size / 1e6).toFixed(1)
    const duration = durationOf(path).toFixed(2)
    const fault = isChecked ? await check(path, seconds) : ''
    if (fault !== '') faulty++
    const verdict = isChecked ? `  ${fault === '' ? 'ok' : fault}` : ''
    console.log(
      `${name.padEnd(28)} ${megabytes.padStart(8)} MB ${duration.padStart(9)} s${verdict}`,
    )
  }
  console.log(`All in ${recordingsFolder}`)
  return faulty === 0 ? 0 : 1
}
