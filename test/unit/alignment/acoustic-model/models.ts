import { modelsOnDisk } from '../../../support/models-on-disk.ts'
import { loadAcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'

/** The two models of the package, each loaded once for a test file. */
export const models = {
  'en-us': await loadAcousticModel(modelsOnDisk, 'en-us'),
  'fr-fr': await loadAcousticModel(modelsOnDisk, 'fr-fr'),
}
