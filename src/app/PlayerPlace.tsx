import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useFact } from '#ui/kit/app-context.ts'

/** The player stays at the top while the text moves under it; the page keeps its height free for focus. */
export function PlayerPlace({ children }: { children: ReactNode }) {
  const place = useRef<HTMLElement>(null)
  // For style sheets, and for whoever measures from outside.
  const peaks = useFact(({ peaks }) => (peaks.status === 'drawing' ? peaks.stage : peaks.status))
  const seeking = useFact((state) => state.seeking.status)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const root = document.documentElement
    // In the next frame: what hangs on it would be resized in this one, which Firefox complains of.
    const observer = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        root.style.setProperty('--player-height', `${element.offsetHeight}px`)
      })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={place}
      className="app-player"
      aria-label="Player"
      data-region="player"
      data-covers-top
      data-peaks={peaks}
      data-seeking={seeking}
    >
      {children}
    </section>
  )
}
