import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the models in their package. */
export const modelFile = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../../../node_modules/soundswallower/model', path)),
  )
