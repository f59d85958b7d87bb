/** Why the clock speaks: time ran, somebody moved it, it stands still now, or there is no more of it. */
export type ClockReason = 'running' | 'moved' | 'stopped' | 'ended'

export type ClockListener = (time: number, reason: ClockReason) => void

/**
 * The one reader of the media element's time. While it plays in a visible page, one report a frame;
 * in a hidden page, where no frames come, on `timeupdate`, about four a second; and one at once whenever
 * the time is moved, stops or runs at another rate. Reports may repeat a time.
 */
export function startClock(element: HTMLMediaElement, signal: AbortSignal, listen: ClockListener) {
  const page = element.ownerDocument
  let frame: number | null = null

  const report = (reason: ClockReason) => listen(element.currentTime, reason)
  const runs = () => !element.paused && !element.ended && !page.hidden

  function onFrame() {
    frame = null
    report('running')
    keepRunning()
  }
  function keepRunning() {
    if (frame === null && runs()) frame = requestAnimationFrame(onFrame)
  }
  function stopRunning() {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
  }

  const on = (events: readonly string[], react: () => void) => {
    for (const event of events) element.addEventListener(event, react, { signal })
  }
  on(['seeking', 'seeked', 'loadedmetadata', 'emptied'], () => report('moved'))
  on(['pause', 'ended'], () => {
    stopRunning()
    report(element.ended ? 'ended' : 'stopped')
  })
  on(['play', 'playing', 'ratechange'], () => {
    report(runs() ? 'running' : 'stopped')
    keepRunning()
  })
  on(['timeupdate'], () => {
    if (page.hidden) report('running')
  })
  page.addEventListener(
    'visibilitychange',
    () => {
      report(element.paused ? 'stopped' : 'running')
      if (page.hidden) stopRunning()
      else keepRunning()
    },
    { signal },
  )
  signal.addEventListener('abort', stopRunning)
}
