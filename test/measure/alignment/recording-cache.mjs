import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFfmpeg } from '../../make/recordings/ffmpeg.mjs'
import { folderFor } from './place.mjs'

/**
 * A recording with known times.
 *
 * @typedef {object} Composed
 * @property {string} sound path of a WAV file
 * @property {number} seconds
 * @property {import('../../../src/alignment/script.ts').Script} script
 * @property {({ start: number, end: number } | null)[]} truth of each line, seconds; `null`: it is not in the audio
 * @property {import('../../../src/alignment/script.ts').TextSpan[]} absentWords spans of the text that are not in the audio
 * @property {(import('../../../src/alignment/script.ts').TextSpan & { start: number, end: number })[]} words
 *   the time of each word, for recordings in which it is known
 */

/**
 * A recording, built once and cached.
 *
 * @param {string} key everything it depends on, as a file name
 * @param {(sound: string) => Promise<Omit<Composed, 'sound'>>} build writes a WAV file to the path
 * @returns {Promise<Composed>}
 */
export async function keepRecording(key, build) {
  const folder = folderFor('composed')
  const sound = join(folder, `${key}.wav`)
  const facts = join(folder, `${key}.json`)
  if (!existsSync(facts)) {
    ensureFfmpeg()
    const partial = join(folder, `partial.${process.pid}.${key}.wav`)
    const known = await build(partial)
    renameSync(partial, sound)
    // The description is written last and in one step: if it exists, everything does.
    writeFileSync(`${partial}.json`, JSON.stringify(known))
    renameSync(`${partial}.json`, facts)
  }
  return { sound, ...JSON.parse(readFileSync(facts, 'utf8')) }
}
