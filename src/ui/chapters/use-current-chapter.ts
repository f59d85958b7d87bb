import { useEffect, useState } from 'react'
import type { Chapter } from '#transcript/transcript.ts'
import { useApp } from '#ui/kit/app-context.ts'

/** Which chapter is being heard. Renders when that changes, not when the time does. */
export function useCurrentChapter(chapters: readonly Chapter[] | null): number | null {
  const { store } = useApp()
  const [current, setCurrent] = useState<number | null>(null)
  useEffect(
    () =>
      store.subscribe(
        ({ playback }) => {
          const index = chapters?.findLastIndex(({ start }) => start <= playback.time) ?? -1
          return index === -1 ? null : index
        },
        setCurrent,
        { fireImmediately: true },
      ),
    [store, chapters],
  )
  return current
}
