import type { ViewApp } from '#ui/kit/app-context.ts'
import type { LinePage } from './line-page.ts'

/** One tab stop for all lines: the time that had focus last (roving `tabindex`). Playback never moves it. */
export function moveFocusByLine({ uiRequests }: ViewApp, page: LinePage, signal: AbortSignal) {
  let stop: HTMLButtonElement | null = null

  function makeStop(time: HTMLButtonElement | null) {
    if (stop === time) return
    if (stop) stop.tabIndex = -1
    if (time) time.tabIndex = 0
    stop = time
  }
  // New times may render the lines again while one of them has focus.
  const focused = page.root.querySelector<HTMLButtonElement>('.transcript-time:focus')
  makeStop(focused ?? page.root.querySelector<HTMLButtonElement>('.transcript-time'))
  signal.addEventListener('abort', () => makeStop(null))

  uiRequests.on(
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
      if (target instanceof HTMLButtonElement && target.classList.contains('transcript-time'))
        makeStop(target)
    },
    { signal },
  )
}
