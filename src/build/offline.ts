import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

const serviceWorker = 'earshot-sw.js'
/** Files that are too large for every visitor, or that the page never requests. */
const excluded = /^speech\/|\.map$|^earshot\.png$|\.html$/

/**
 * Builds the service worker beside the page, under a name that never changes, and puts the list of the build's files into
 * it, with a hash of their names and contents.
 */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'earshot-offline',
    apply: 'build',
    configResolved: (config) => void (publicDir = config.publicDir),
    buildStart() {
      const id = join(import.meta.dirname, '../sources/offline/earshot-sw.ts')
      this.emitFile({ type: 'chunk', id, fileName: serviceWorker })
    },
    generateBundle: {
      // Other plug-ins add workers, styles and notices in this hook, too.
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[serviceWorker]
        if (worker?.type !== 'chunk') throw new Error('the service worker has not been built')
        if (worker.imports.length > 0) throw new Error('the service worker must be one file')
        const fromPublic = filesIn(publicDir).map((path) => relative(publicDir, path))
        const built = Object.keys(bundle).filter((name) => name !== serviceWorker)
        const files = [...built, ...fromPublic].filter((name) => !excluded.test(name)).sort()
        const hash = createHash('sha256').update(files.join('\n'))
        for (const name of fromPublic) hash.update(readFileSync(join(publicDir, name)))
        for (const name of built) if (!hasHash(name)) hash.update(contentOf(bundle[name]!))
        worker.code = worker.code
          .replace('__BUILT_FILES__', () => JSON.stringify(files))
          .replace('__BUILD__', () => JSON.stringify(hash.digest('hex').slice(0, 10)))
      },
    },
  }
}

/** Names in assets/ and speech/ change with the content; names beside index.html do not. */
const hasHash = (name: string) => name.includes('/')

const contentOf = (output: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
  output.type === 'chunk' ? output.code : output.source

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
