import { createSourceLoader } from '../load-source.mjs'

/**
 * Loads the app's readers, `src/formats`, in Node.
 *
 * @returns {Promise<{
 *   readTranscript: typeof import('../../../src/formats/read-transcript.ts').readTranscript,
 *   formats: typeof import('../../../src/formats/readers/registry.ts').formats,
 *   findUnsound: typeof import('../../support/find-unsound.ts').findUnsound,
 *   close: () => Promise<void>,
 * }>}
 */
export async function loadFormats() {
  const { load, close } = await createSourceLoader()
  const { readTranscript } = await load('src/formats/read-transcript.ts')
  const { formats } = await load('src/formats/readers/registry.ts')
  const { findUnsound } = await load('test/support/find-unsound.ts')
  return { readTranscript, formats, findUnsound, close }
}
