import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordingName, recordingsFolder } from '../../../make/recordings/place.mjs'

const maker = join(import.meta.dirname, '../../../make/recordings/make.mjs')

/** @param {import('./options.mjs').Recording} recording */
export const pathOf = ({ format, length }) => join(recordingsFolder, recordingName(length, format))

/** Has the recordings made that are not there, and FFmpeg installed. Throws how to get it where it cannot. */
export function makeRecordings(recordings, { log }) {
  for (const recording of recordings) {
    if (existsSync(pathOf(recording))) continue
    const { format, length } = recording
    log(`making ${recordingName(length, format)}`)
    const args = [maker, '--lengths', length, '--formats', format.id]
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
}
