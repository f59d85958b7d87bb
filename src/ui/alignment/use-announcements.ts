import { useEffect } from 'react'
import { lines } from '#commands/moving.ts'
import { announce } from '#commands/notices.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { announcementOf, isComing } from './announcements.ts'

/** A stored model is read within this time: then nothing is announced. */
const patienceMs = 1000

/** Says in the polite status how an alignment goes. */
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
        if (!isComing(alignment)) return announce(app, words)
        waiting = setTimeout(() => {
          if (isComing(store.getState().alignment)) announce(app, words)
        }, patienceMs)
      },
    )
    return () => {
      stop()
      clearTimeout(waiting)
    }
  }, [app])
}
