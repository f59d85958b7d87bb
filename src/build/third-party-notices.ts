import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { partsOfPackages, textsOfPackages } from './bundled-parts.ts'
import { componentsOf, dutyOf } from './components.ts'
import type { BuiltChunk, Component } from './components.ts'
import { speechComponents } from './speech-sources.ts'
import { writeNotices } from './write-notices.ts'

/** The name of the file in `dist/`; `ui/about/` links to it. */
const fileName = 'THIRD-PARTY-NOTICES.txt'
const root = join(import.meta.dirname, '../..')

/**
 * Writes the licences of everything in the build. Workers are bundles of their own, built before the page's bundle is
 * complete: `worker` collects their modules, `page` collects its own and writes the file.
 */
export function thirdPartyNotices(): { readonly page: Plugin; readonly worker: () => Plugin } {
  const chunks: BuiltChunk[] = []
  const collect = (bundle: Rolldown.OutputBundle) => {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue
      chunks.push({ fileName: output.fileName, moduleIds: output.moduleIds })
    }
  }
  return {
    worker: () => ({
      name: 'earshot-third-party-notices-of-worker',
      generateBundle: (_, bundle) => collect(bundle),
    }),
    page: {
      name: 'earshot-third-party-notices',
      configureServer: ({ middlewares }) => {
        middlewares.use(`/${fileName}`, (_, response) =>
          response.end('npm run build writes this file.'),
        )
      },
      buildStart: () => void (chunks.length = 0),
      generateBundle: {
        order: 'post',
        async handler(_, bundle) {
          collect(bundle)
          const folder = join(import.meta.dirname, 'licences')
          const packages = componentsOf(chunks, {
            folder,
            ofPackages: textsOfPackages,
            partsOfPackages,
          })
          const speech = (await speechComponents()).map((component) => ({
            ...component,
            files: Object.keys(bundle).filter((name) => name.startsWith(component.folder)),
          }))
          speech.forEach(dutyOf)
          const components: readonly Component[] = [...packages, ...speech]
          const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
          const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
          this.emitFile({
            type: 'asset',
            fileName,
            source: writeNotices({ version, licence, components }),
          })
        },
      },
    },
  }
}
