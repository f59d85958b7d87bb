import { useEffect } from 'react'
import { lines } from '#commands/moving.ts'
import { announce } from '#commands/notices.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { announcementOf, isDownloading } from './announcements.ts'

/** A stored model loads faster than this and is not announced. */
const announceDelayMs = 1000

/** Announces the progress of an alignment in the polite live region. */
export function useAnnouncements() {
  const app = useApp()
  useEffect(() => {
    const { store } = app
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stop = store.subscribe(
      ({ alignment }) => alignment,
      (alignment, before) => {
        const words = announcementOf(alignment, { before, lines: lines(app) })
        if (words === null) return
        clearTimeout(waiting)
        if (!isDownloading(alignment)) return announce(app, words)
        waiting = setTimeout(() => {
          if (isDownloading(store.getState().alignment)) announce(app, words)
        }, announceDelayMs)
      },
    )
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [app])
}
