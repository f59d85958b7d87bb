import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * `npm run align`. Bundles the TypeScript of src/ once for each state of the sources and caches the bundle. Batch systems
 * may start many of these at once: each builds in a folder of its own, and the first to rename its folder wins.
 */
const root = join(import.meta.dirname, '../..')
const cacheFolder = join(root, 'node_modules/.cache/align-files')
/** Older bundles are deleted, milliseconds. */
const maxAgeMs = 7 * 24 * 3600 * 1000

async function start() {
  const folder = join(cacheFolder, hashOfSources())
  if (!existsSync(join(folder, 'main.js'))) {
    try {
      await build(folder)
    } catch (error) {
      process.stderr.write(
        `The command could not be built (${error.message}). Run npm ci in ${root}; its node_modules must be writable the first time.\n`,
      )
      return 1
    }
  }
  if (isRunByNpm()) process.chdir(process.env.INIT_CWD)
  const { main } = await import(pathToFileURL(join(folder, 'main.js')).href)
  return main({ argv: process.argv.slice(2), aligningProcess: join(folder, 'aligning-process.js') })
}

/** npm changes to the package's folder; paths are relative to where npm was called. */
function isRunByNpm() {
  const { INIT_CWD, npm_lifecycle_event: script, npm_package_json: manifest } = process.env
  return Boolean(INIT_CWD) && script === 'align' && dirname(manifest ?? '') === process.cwd()
}

function hashOfSources() {
  // The bundle contains the path of the root.
  const hash = createHash('sha256').update(root)
  const sources = sourcesIn(join(root, 'src'))
  for (const path of [join(root, 'package-lock.json'), ...sources]) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** The files that may be part of the bundle: all but views and styles. */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return ['ui', 'app'].includes(entry.name) ? [] : sourcesIn(path)
      return /\.m?[tj]s$/.test(entry.name) ? [path] : []
    })
}

/** Lets this build use the page's list of speech model files. */
const speechSources = {
  name: 'earshot-speech-sources',
  enforce: 'pre',
  resolveId: (id) =>
    id === 'virtual:speech-sources' ? join(root, 'src/build/speech-sources.ts') : null,
  transform: (code, id) =>
    id.endsWith('/src/build/speech-sources.ts')
      ? code.replaceAll('import.meta.dirname', JSON.stringify(join(root, 'src/build')))
      : null,
}

async function build(folder) {
  const making = `${folder}.${process.pid}`
  mkdirSync(cacheFolder, { recursive: true })
  removeOld()
  try {
    const vite = await import('vite')
    await vite.build({
      configFile: false,
      root,
      logLevel: 'silent',
      publicDir: false,
      plugins: [speechSources],
      resolve: { alias: [{ find: /^#(.*)/, replacement: `${join(root, 'src')}/$1` }] },
      build: {
        ssr: true,
        outDir: making,
        target: 'node20',
        minify: false,
        rollupOptions: {
          input: {
            main: join(import.meta.dirname, 'main.ts'),
            'aligning-process': join(import.meta.dirname, 'aligning-process.ts'),
          },
        },
      },
    })
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(join(folder, 'main.js'))) throw error
  }
}

function removeOld() {
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > maxAgeMs) rmSync(path, { recursive: true, force: true })
  }
}

process.exitCode = await start()
