import { createModelFiles } from '#sources/model-files.ts'
import type { FetchedModelFiles } from '#sources/model-files.ts'
import { createStoredModels } from '#storage/stored-models.ts'

export interface ModelLoading {
  /** Of the page: `document.baseURI`. */
  readonly base: string
  /** What will be loaded, as `FetchedModelFiles.sizeOf` names it. */
  readonly parts: readonly string[]
  /** The share of the bytes of all parts that has arrived, 0 to 1. */
  onLoading(progress: number): void
}

/** The speech models as a worker reads them: stored ones at once, others over the network. */
export function createModelsWithProgress({
  base,
  parts,
  onLoading,
}: ModelLoading): FetchedModelFiles {
  const files = createModelFiles({
    base,
    cache: createStoredModels(),
    onProgress(bytes) {
      const size = parts.reduce((sum, part) => sum + files.sizeOf(part), 0)
      onLoading(Math.min(1, bytes / size))
    },
  })
  return files
}
