import type { SpeechModels } from '#session/alignment/speech-models.ts'
import { createStoredModels } from '#storage/stored-models.ts'

/** Loads the code for speech models on first use. `base`: the page's `document.baseURI`. */
export function createSpeechModels(base: string): SpeechModels {
  const stored = createStoredModels()
  return {
    async need(work, language) {
      try {
        const [{ createModelFiles }, { modelPartsFor }] = await Promise.all([
          import('#sources/model-files.ts'),
          import('#session/alignment/alignable-languages.ts'),
        ])
        const files = createModelFiles({ base, cache: stored })
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
    keptBytes: () => stored.size().catch(() => 0),
    clear: () =>
      stored.clear().then(
        () => true,
        () => false,
      ),
  }
}
