import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const fixtures = fileURLToPath(new URL('../../fixtures/transcripts/webvtt', import.meta.url))
const suites = fileURLToPath(new URL('../../../../shared/suites', import.meta.url))

/** Browsers build a node for each tag; files made to exhaust that are left out. */
const largest = 64 * 1024

/**
 * The project's own WebVTT files, and the public ones if they are there.
 *
 * @returns {import('./generate-file.mjs').TestFile[]}
 */
export function findFiles() {
  return [fixtures, suites].filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.vtt'))
      .sort()
      .map((name) => ({
        name: relative(process.cwd(), join(folder, name)),
        bytes: new Uint8Array(readFileSync(join(folder, name))),
        isValid: false,
      }))
      .filter(({ bytes }) => bytes.length <= largest),
  )
}
