import { open } from 'node:fs/promises'

/**
 * Opens a WAV file with the app's own decoder, which reads it in pieces.
 *
 * @param {string} path
 * @param {typeof import('./engine.ts')} engine
 * @returns {Promise<{ decoder: import('../../../src/audio/decoding/recording-decoder.ts').RecordingDecoder,
 *   close: () => Promise<void> }>}
 */
export async function openWaveFile(path, { findWaveData, createWaveDecoder }) {
  const file = await open(path)
  const { size } = await file.stat()
  const source = {
    name: path,
    size,
    async read(from, to) {
      const bytes = new Uint8Array(Math.max(0, Math.min(size, to) - from))
      await file.read(bytes, 0, bytes.length, from)
      return bytes
    },
  }
  const sound = await findWaveData(source)
  if (sound === null) throw new Error(`${path} is not a WAV file that can be read`)
  const decoder = createWaveDecoder(source, sound)
  return {
    decoder,
    async close() {
      decoder.dispose()
      await file.close()
    },
  }
}
