import type { SpeechModels } from '#session/alignment/speech-models.ts'

/** Loads the code for speech models on first use. `base`: the page's `document.baseURI`. */
export function createSpeechModels(base: string): SpeechModels {
  const load = async () => (await import('#storage/stored-models.ts')).createStoredModels()
  return {
    async need(work, language) {
      try {
        const [stored, { createModelFiles }, { modelPartsFor }] = await Promise.all([
          load(),
          import('#sources/model-files.ts'),
          import('#session/alignment/alignable-languages.ts'),
        ])
        const files = createModelFiles({ base, cache: stored })
        const parts = modelPartsFor(work, language)
        const areStored = await Promise.all(parts.map(files.areStored))
        const missing = parts.filter((_, at) => !areStored[at])
        const isStored = missing.length === 0
        const bytes = (isStored ? parts : missing).reduce(
          (sum, each) => sum + files.sizeOf(each),
          0,
        )
        return { bytes, isStored }
      } catch {
        return null
      }
    },
    storedBytes: () =>
      load()
        .then((stored) => stored.size())
        .catch(() => 0),
    clear: () =>
      load()
        .then((stored) => stored.clear())
        .then(
          () => true,
          () => false,
        ),
  }
}
