import { existsSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { alignmentFolder } from './place.mjs'

const project = join(import.meta.dirname, '../../..')

/**
 * The app's aligner as it stands now, made into one file, so that what is measured is what it takes, and
 * not what it takes to load modules one by one.
 *
 * @returns {Promise<typeof import('./engine.ts')>}
 */
export async function loadEngine() {
  // One for each run: several may measure at once, and none may run another's.
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

/** The speech models of the package, as the aligner asks for them. */
export function modelFiles() {
  const folder = join(project, 'node_modules/soundswallower/model')
  if (!existsSync(folder)) throw new Error('The speech models are not installed. Run npm ci.')
  return { read: async (path) => new Uint8Array(await readFile(join(folder, path))) }
}
