import type { ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { pack } from './pack.ts'
import type { Packed } from './pack.ts'
import { speechLicences, speechSources } from './speech-sources.ts'

const name = 'virtual:speech-files'

interface Built extends Packed {
  readonly path: string
  readonly address: string
}

/**
 * The files of the speech models as files of the app: gzipped, under names that change with what is in them, so
 * that whoever serves the app may let them be kept for ever. `virtual:speech-files` tells the app where they
 * are (see `src/sources/speech-files.d.ts`). `vite dev` and `vite build` serve the same.
 *
 * Not in public/, which would have them in the repository; not imported with `?url`, which would make
 * one import of each, and has no place for sizes and gzip. It is not app code, so not in src/.
 */
export function speechFiles(): Plugin {
  return {
    name: 'earshot-speech-files',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      const files = (await builtFiles()).map(({ path, address, gzipped, bytes }) => {
        return [path, { address, bytes: gzipped.length, unpackedBytes: bytes }]
      })
      return `export const speechFiles = ${JSON.stringify(Object.fromEntries(files))}`
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '', 'http://localhost')
        if (pathname.startsWith('/speech/')) void serve(pathname.slice(1), response, next)
        else next()
      })
    },
    async generateBundle() {
      // Workers are bundles of their own; the page's brings the files for all.
      if (this.environment.config.isWorker) return
      for (const { address, gzipped } of await builtFiles()) {
        this.emitFile({ type: 'asset', fileName: address, source: gzipped })
      }
      for (const [path, read] of speechLicences) {
        this.emitFile({ type: 'asset', fileName: `speech/${path}`, source: await read() })
      }
    },
  }
}

/**
 * ONNX Runtime says where its WebAssembly lies if nobody gives it, and Vite would bring those 12 MB along, unzipped
 * and unused, for each worker: the recogniser always gives it.
 */
export function withoutSecondRuntime(): Plugin {
  return {
    name: 'earshot-without-second-runtime',
    enforce: 'pre',
    transform: {
      filter: { id: /onnxruntime-web.*\.mjs$/ },
      handler: (code) =>
        code.replaceAll('new URL("ort-wasm-simd-threaded.wasm",import.meta.url).href', '""'),
    },
  }
}

async function serve(address: string, response: ServerResponse, next: Connect.NextFunction) {
  const file = (await builtFiles()).find((file) => file.address === address)
  if (!file) return next()
  response.setHeader('content-type', 'application/gzip')
  response.setHeader('content-length', file.gzipped.length)
  response.end(file.gzipped)
}

let built: Promise<readonly Built[]> | undefined
const builtFiles = () => (built ??= buildFiles())

const buildFiles = () =>
  Promise.all(
    Array.from(speechSources, async ([path, read]): Promise<Built> => {
      const packed = await pack(await read())
      return { path, address: `speech/${path}-${packed.hash}.gz`, ...packed }
    }),
  )
