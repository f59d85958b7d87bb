import { speechSources } from 'virtual:speech-sources'
import type { ModelFiles } from '#alignment/model-files.ts'

/** The speech models, read from node_modules. */
export const modelsOnDisk: ModelFiles = {
  async read(path) {
    const source = speechSources.get(path)
    if (!source) throw new Error(`models on disk: there is no ${path}`)
    try {
      return Uint8Array.from(await source())
    } catch (cause) {
      throw new Error(`${path} is not there; run npm ci again`, { cause })
    }
  },
}
