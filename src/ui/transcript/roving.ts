import type { App } from '#commands/app.ts'
import type { LinePage } from './line-page.ts'

/**
 * One tab stop for all lines: the time that had focus last (a roving `tabindex`). Playing never moves it.
 */
export function moveFocusByLine({ wishes }: App, page: LinePage, signal: AbortSignal) {
  let stop = page.root.querySelector<HTMLButtonElement>('.time[tabindex="0"]')

  function makeStop(time: HTMLButtonElement) {
    if (stop === time) return
    if (stop) stop.tabIndex = -1
    time.tabIndex = 0
    stop = time
  }

  wishes.on(
    'focus-line',
    ({ line }) => {
      const time = page.time(line)
      if (!time) return
      makeStop(time)
      time.focus({ preventScroll: true })
      time.scrollIntoView({ block: 'nearest' })
    },
    signal,
  )
  page.root.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLButtonElement && target.classList.contains('time')) makeStop(target)
    },
    { signal },
  )
}
