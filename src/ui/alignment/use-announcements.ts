import { useEffect } from 'react'
import { lines } from '#commands/moving.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { announcementOf } from './announcements.ts'

/** Says in the polite status how an alignment goes. */
export function useAnnouncements() {
  const { store } = useApp()
  useEffect(
    () =>
      store.subscribe(
        ({ alignment }) => alignment,
        (alignment, before) => {
          const words = announcementOf(alignment, { before, lines: lines({ store }) })
          if (words !== null) store.getState().statusAnnounced(words)
        },
      ),
    [store],
  )
}
