import { existsSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { alignmentFolder } from './place.mjs'

const project = join(import.meta.dirname, '../../..')

/**
 * Loads the app's current aligner, bundled into one file, so that the loading of single modules is not measured.
 *
 * @returns {Promise<typeof import('./engine.ts')>}
 */
export async function loadEngine() {
  // One bundle for each run, because several runs may measure at once.
  const outDir = join(alignmentFolder, 'engine', String(process.pid))
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'engine.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  })
  return import(pathToFileURL(join(outDir, 'engine.mjs')).href)
}

/** The speech models of the package, in the interface of the aligner. */
export function modelFiles() {
  const folder = join(project, 'node_modules/soundswallower/model')
  if (!existsSync(folder)) throw new Error('The speech models are not installed. Run npm ci.')
  return { read: async (path) => new Uint8Array(await readFile(join(folder, path))) }
}
