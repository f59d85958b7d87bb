import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSourceLoader } from '../load-source.mjs'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts')

/**
 * @typedef {object} WrittenTranscript
 * @property {string} name of its files, without the extension
 * @property {string} title empty without one
 * @property {readonly { start: number, end: number, text: string }[]} cues its timed segments, milliseconds
 */

/**
 * Writes the first fixture of each format that has times as a file of each extension that is written.
 *
 * @returns {Promise<WrittenTranscript[]>}
 */
export async function writeAll(folder) {
  const { load, close } = await createSourceLoader()
  try {
    const { readTranscript } = await load('src/formats/read-transcript.ts')
    const { writeTranscript } = await load('src/formats/write-transcript.ts')
    const { writers } = await load('src/formats/writers/registry.ts')
    const written = []
    for (const format of (await readdir(fixtures)).sort()) {
      const [fileName] = (await readdir(join(fixtures, format))).sort()
      const bytes = new Uint8Array(await readFile(join(fixtures, format, fileName)))
      const { transcript } = await readTranscript(bytes, { fileName })
      const cues = transcript === null ? [] : cuesOf(transcript)
      if (cues.length === 0) continue
      for (const { id, extension } of writers) {
        const { text, bytes: packed } = await writeTranscript(transcript, id)
        // two formats are .json, which none of these programs reads
        await writeFile(join(folder, `${format}.${extension}`), packed ?? text)
      }
      written.push({ name: format, title: transcript.title ?? '', cues })
    }
    return written
  } finally {
    await close()
  }
}

const cuesOf = ({ segments }) =>
  Array.from(segments)
    .filter(({ start, end }) => start !== null && end !== null)
    .map(({ start, end, text }) => ({ start: ms(start), end: ms(end), text }))

const ms = (seconds) => Math.round(seconds * 1000)
