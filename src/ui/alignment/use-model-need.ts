import { useEffect, useState } from 'react'
import type { ModelNeed, SpeechWork } from '#session/alignment/speech-models.ts'
import { useApp } from '#ui/kit/app-context.ts'

/** The model that the work needs; `null` until it is known. */
export function useModelNeed(
  work: SpeechWork,
  { language, known }: { language: string; known: ModelNeed | null },
): ModelNeed | null {
  const { speechModels } = useApp()
  const [need, setNeed] = useState(known)
  useEffect(() => {
    let isWanted = true
    void speechModels.need(work, language).then((found) => {
      if (isWanted) setNeed(found)
    })
    return () => {
      isWanted = false
    }
  }, [speechModels, work, language])
  return need
}
