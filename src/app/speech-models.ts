import type { SpeechModels } from '#session/alignment/speech-models.ts'
import { createStoredModels } from '#storage/stored-models.ts'

/** What is known of the speech models is loaded when somebody asks. `base`: the page's `document.baseURI`. */
export function createSpeechModels(base: string): SpeechModels {
  const kept = createStoredModels()
  return {
    async need(work, language) {
      try {
        const [{ createModelFiles }, { modelPartsFor }] = await Promise.all([
          import('#sources/model-files.ts'),
          import('#session/alignment/alignable-languages.ts'),
        ])
        const files = createModelFiles({ base, cache: kept })
        const parts = modelPartsFor(work, language)
        const areKept = await Promise.all(parts.map(files.areStored))
        const missing = parts.filter((_, at) => !areKept[at])
        const isKept = missing.length === 0
        const bytes = (isKept ? parts : missing).reduce((sum, each) => sum + files.sizeOf(each), 0)
        return { bytes, isKept }
      } catch {
        return null
      }
    },
    keptBytes: () => kept.size().catch(() => 0),
    clear: () =>
      kept.clear().then(
        () => true,
        () => false,
      ),
  }
}
