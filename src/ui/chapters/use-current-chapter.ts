import { useEffect, useState } from 'react'
import type { Chapter } from '#transcript/transcript.ts'
import { useApp } from '#ui/kit/app-context.ts'

/** The index of the chapter being played. Renders when that changes, not when the time does. */
export function useCurrentChapter(chapters: readonly Chapter[] | null): number | null {
  const { playhead } = useApp()
  const [current, setCurrent] = useState<number | null>(null)
  useEffect(() => {
    const shown = new AbortController()
    const stop = playhead.subscribe(
      ({ time }) => {
        const index = chapters?.findLastIndex(({ start }) => start <= time) ?? -1
        return index === -1 ? null : index
      },
      setCurrent,
      { fireImmediately: true },
    )
    playhead.deadlines.add(
      (time) => chapters?.find(({ start }) => start > time)?.start ?? Infinity,
      shown.signal,
    )
    return () => {
      stop()
      shown.abort()
    }
  }, [playhead, chapters])
  return current
}
