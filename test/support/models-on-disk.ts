import type { ModelFiles } from '#alignment/model-files.ts'
import { speechSources } from '../../src/build/speech-sources.ts'

/** The speech models where npm has put them. */
export const modelsOnDisk: ModelFiles = {
  async read(path) {
    const source = speechSources.get(path)
    if (!source) throw new Error(`there is no ${path}`)
    return Uint8Array.from(await source())
  },
}
