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
    let before: number | null = null
    // In the next frame: a resize in this one makes Firefox report a ResizeObserver loop.
    const observer = new ResizeObserver(() => {
      requestAnimationFrame(() => {
        const height = element.offsetHeight
        root.style.setProperty('--player-height', `${height}px`)
        if (before !== null && height !== before) keepFocusInView(height - before)
        before = height
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
 * Scrolls the focused element back into view when the player has grown by so many pixels, for example for a note, and has
 * moved what is below it (WCAG 2.4.11). One that the listener has scrolled away from stays where it is.
 */
function keepFocusInView(grown: number) {
  const focused = document.querySelector('[data-region=transcript] :focus')
  if (!focused) return
  const { top, bottom } = focused.getBoundingClientRect()
  const wasInView = bottom - grown > 0 && top - grown < innerHeight
  if (wasInView) focused.scrollIntoView({ block: 'nearest' })
}
