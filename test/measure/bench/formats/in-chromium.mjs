import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { withFreshBrowser } from '../recordings/visit.mjs'
import { median } from '../statistics.mjs'
import { sizes } from './material.mjs'

const project = join(import.meta.dirname, '../../../..')
const page = 'test/measure/bench/formats/page.html'
const patienceMs = 120_000

const peersOf = { WebVTT: ['media-captions', '<track>'], SubRip: ['media-captions'] }

export const definition =
  'in Chromium: Earshot reads the bytes of a file in its worker, from the call on the main thread until the ' +
  'transcript is there; media-captions reads the text, decoded before, on the main thread; <track> loads a Blob, ' +
  'mode “hidden”, until its event `load`. They take turns in one page, which has read a file of 1 MB before.'

/** @returns {Promise<Map<string, number>>} milliseconds, the median; by `keyOf` */
export async function measureInChromium(materials, { rounds, log }) {
  const server = await servePage()
  try {
    return await withFreshBrowser(async (_, context) => {
      const found = new Map()
      for (const { name } of materials) {
        log(`${name} in Chromium`)
        const visit = await context.newPage()
        visit.setDefaultTimeout(patienceMs)
        await visit.goto(server.address + page)
        await visit.waitForFunction('window.measure')
        const readers = ['Earshot', ...(peersOf[name] ?? [])]
        const measure = (what) => visit.evaluate((given) => window.measure(...given), what)
        for (const reader of readers) await measure([reader, name, sizes[0]])
        for (const megabytes of sizes) {
          const times = new Map(readers.map((reader) => [reader, []]))
          for (let round = 0; round < rounds; round++) {
            const cues = new Map()
            for (const reader of readers) {
              const result = await measure([reader, name, megabytes])
              times.get(reader).push(result.ms)
              cues.set(reader, result.cues)
            }
            if (new Set(cues.values()).size > 1)
              throw new Error(`${name}: not the same cues: ${[...cues].join(', ')}`)
          }
          for (const [reader, values] of times) {
            found.set(keyOf({ name, megabytes, reader }), median(values))
          }
        }
        await visit.close()
      }
      return found
    })
  } finally {
    await server.close()
  }
}

export const keyOf = ({ name, megabytes, reader }) => `${reader}: ${megabytes} MB of ${name}`

/** A page with the app's reader and its worker, built as the app is. */
async function servePage() {
  const outDir = await mkdtemp(join(tmpdir(), 'earshot-formats-'))
  const shared = { configFile: false, root: project, base: './', logLevel: 'error' }
  await build({
    ...shared,
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: join(project, page) },
    },
  })
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { port: 0, strictPort: false, open: false },
  })
  return {
    address: server.resolvedUrls.local[0],
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
