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
 * Adds the files of the speech models to the app: gzipped, under names with a hash of the content, so that servers may let
 * browsers cache them for ever. `virtual:speech-files` gives the app their addresses and sizes (declared in
 * `src/sources/speech-files.d.ts`). `vite dev` and `vite build` serve the same files.
 *
 * They are not in public/, which would put them into the repository, and not imported with `?url`, which needs one import
 * for each file and gives neither size nor gzip.
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
      // Workers are bundles of their own; the page's bundle has the files for all.
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
 * Removes the default address of ONNX Runtime's WebAssembly from its code. Vite would add those 12 MB, uncompressed and
 * unused, for each worker; the recogniser always gives the address.
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
