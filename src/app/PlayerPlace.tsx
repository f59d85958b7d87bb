import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useFact } from '#ui/kit/app-context.ts'

/** Keeps the player at the top while the transcript scrolls; its height is excluded when focus scrolls the page. */
export function PlayerPlace({ children }: { children: ReactNode }) {
  const place = useRef<HTMLElement>(null)
  // For style sheets, journeys and benchmarks.
  const peaks = useFact(({ peaks }) => (peaks.status === 'drawing' ? peaks.stage : peaks.status))
  const seeking = useFact((state) => state.seeking.status)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const root = document.documentElement
    // In the next frame: a resize in this one makes Firefox report a ResizeObserver loop.
    const observer = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        root.style.setProperty('--player-height', `${element.offsetHeight}px`)
        keepFocusInView()
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

/**
 * Scrolls the focused element back into view when the player changes its height, for example for a note, and moves what
 * is below it (WCAG 2.4.11).
 */
function keepFocusInView() {
  const focused = document.querySelector('[data-region=transcript] :focus')
  if (!focused) return
  const { top, bottom } = focused.getBoundingClientRect()
  if (bottom > 0 && top < innerHeight) focused.scrollIntoView({ block: 'nearest' })
}
