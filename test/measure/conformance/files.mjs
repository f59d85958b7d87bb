import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = fileURLToPath(new URL('../../fixtures/transcripts', import.meta.url))
const suites = fileURLToPath(new URL('../../../../shared/suites', import.meta.url))

/** Files of the public suites that are skipped: audio, licences, and files made to break readers. */
const notTranscripts = /\.(mp3|wav|aac|mp4|ogg|webm)$|\/(LICENSE|README\.md)$/

/**
 * A transcript to read.
 *
 * @typedef {object} Specimen
 * @property {string} name of its file
 * @property {string} group its folder
 * @property {string | null} format the id of its format, if known
 * @property {Uint8Array} bytes
 */

/** The project's own fixtures, in a folder for each format. @returns {Specimen[]} */
export const ownFixtures = () =>
  readdirSync(fixtures)
    .filter((folder) => folder !== 'refused')
    .flatMap((folder) => filesIn(join(fixtures, folder), { group: 'fixtures', format: folder }))

/** The public suites, if they are there. @returns {Specimen[]} */
export function publicSuites() {
  if (!existsSync(suites)) return []
  return readdirSync(suites)
    .filter((name) => name !== 'audio' && statSync(join(suites, name)).isDirectory())
    .flatMap((group) => filesIn(join(suites, group), { group, format: null }))
}

function filesIn(folder, { group, format }) {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !notTranscripts.test(path))
    .map((path) => ({
      name: basename(path),
      group,
      format,
      bytes: new Uint8Array(readFileSync(path)),
    }))
}
