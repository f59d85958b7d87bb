import { modelsOnDisk } from '../../../support/models-on-disk.ts'
import { loadAcousticModel } from '#alignment/acoustic-model/acoustic-model.ts'

/** The two models as their package carries them, each loaded once a test file. */
export const models = {
  'en-us': await loadAcousticModel(modelsOnDisk, 'en-us'),
  'fr-fr': await loadAcousticModel(modelsOnDisk, 'fr-fr'),
}
