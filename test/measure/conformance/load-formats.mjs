import { createServer } from 'vite'

/**
 * The app's own readers, as they are in `src/formats`, in Node.
 *
 * @returns {Promise<{
 *   readTranscript: typeof import('../../../src/formats/read-transcript.ts').readTranscript,
 *   formats: typeof import('../../../src/formats/readers/registry.ts').formats,
 *   findUnsound: typeof import('../../support/find-unsound.ts').findUnsound,
 *   close: () => Promise<void>,
 * }>}
 */
export async function loadFormats() {
  const server = await createServer({
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  const { readTranscript } = await server.ssrLoadModule('/src/formats/read-transcript.ts')
  const { formats } = await server.ssrLoadModule('/src/formats/readers/registry.ts')
  const { findUnsound } = await server.ssrLoadModule('/test/support/find-unsound.ts')
  return { readTranscript, formats, findUnsound, close: () => server.close() }
}
