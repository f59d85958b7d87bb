import { createServer } from 'vite'

/**
 * Loads modules of the project in Node; Vite resolves what they import.
 *
 * @returns {Promise<{ load: (path: string) => Promise<Record<string, any>>, close: () => Promise<void> }>} `load` takes
 *   a path from the root of the project
 */
export async function createSourceLoader() {
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  return {
    load: (path) => server.ssrLoadModule(`/${path}`),
    close: () => server.close(),
  }
}
