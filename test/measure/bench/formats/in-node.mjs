import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'subtitle'
import { build } from 'vite'
import { median } from '../statistics.mjs'
import { keyOf } from './in-chromium.mjs'
import { bytesOf, sizes } from './material.mjs'

const project = join(import.meta.dirname, '../../../..')
const peersOf = { WebVTT: ['subtitle'], SubRip: ['subtitle'] }

export const definition =
  'in Node: Earshot’s `readTranscript` reads the bytes, `subtitle` the text, decoded before. They take turns in one ' +
  'process, which has read a file of 1 MB before.'

/** @returns {Promise<Map<string, number>>} milliseconds, the median; by `keyOf` */
export async function measureInNode(materials, { rounds, log }) {
  const { readTranscript, remove } = await buildReader()
  const readers = {
    async Earshot(text, fileName) {
      const bytes = new TextEncoder().encode(text)
      const begun = performance.now()
      const { transcript } = await readTranscript(bytes, { fileName })
      if (transcript === null) throw new Error(`${fileName} could not be read`)
      return performance.now() - begun
    },
    subtitle(text) {
      const begun = performance.now()
      if (parseSync(text).length === 0) throw new Error('subtitle reads nothing')
      return performance.now() - begun
    },
  }
  const found = new Map()
  try {
    for (const { name, fileName, write } of materials) {
      log(`${name} in Node`)
      const chosen = ['Earshot', ...(peersOf[name] ?? [])]
      for (const reader of chosen) await readers[reader](write(bytesOf(sizes[0])), fileName)
      for (const megabytes of sizes) {
        const text = write(bytesOf(megabytes))
        const times = new Map(chosen.map((reader) => [reader, []]))
        for (let round = 0; round < rounds; round++) {
          for (const reader of chosen) {
            times.get(reader).push(await readers[reader](text, fileName))
          }
        }
        for (const [reader, values] of times) {
          found.set(keyOf({ name, megabytes, reader }), median(values))
        }
      }
    }
  } finally {
    await remove()
  }
  return found
}

/** The app's reader, built for Node. */
async function buildReader() {
  const outDir = await mkdtemp(join(tmpdir(), 'earshot-reader-'))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    publicDir: false,
    // The file is outside of the project and finds no packages there.
    ssr: { noExternal: true },
    build: {
      ssr: join(project, 'src/formats/read-transcript.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: {
        output: { entryFileNames: 'reader.mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  const { readTranscript } = await import(pathToFileURL(join(outDir, 'reader.mjs')).href)
  return { readTranscript, remove: () => rm(outDir, { recursive: true, force: true }) }
}
