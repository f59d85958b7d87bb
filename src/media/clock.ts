/** The cause of a report: playback advanced, a seek, playback stopped, or the recording ended. */
export type ClockReason = 'running' | 'moved' | 'stopped' | 'ended'

export interface ClockOptions {
  readonly signal: AbortSignal
  listen(time: number, reason: ClockReason): void
  /** The media time until which nothing changes, seconds. Without it, each frame is reported. */
  nextChange?(time: number): number
}

/** A shorter timer costs as much as the frames it saves, and is less exact. */
const shortestSleepMs = 30
const longestSleepMs = 1000
/** Added to each sleep, because a timer that ends too early costs a second report. */
const timerSlackMs = 1

/**
 * The only reader of the media element's time. While it plays in a visible page, the clock sleeps until
 * `nextChange`, or until the next frame where that is near; in a hidden page, where frames stop and timers are
 * late, it follows `timeupdate`, about four a second. It reports at once on a seek, a stop and a change of rate.
 * Reports may repeat a time.
 */
export function startClock(
  element: HTMLMediaElement,
  { signal, listen, nextChange = (time) => time }: ClockOptions,
) {
  const page = element.ownerDocument
  let frame: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  const msUntil = (time: number) => ((time - element.currentTime) / element.playbackRate) * 1000
  const report = (reason: ClockReason) => listen(element.currentTime, reason)
  const runs = () => !signal.aborted && !element.paused && !element.ended && !page.hidden

  function reportRunning() {
    report('running')
    sleep()
  }
  function sleep() {
    stopRunning()
    if (!runs()) return
    const next = nextChange(element.currentTime)
    if (msUntil(next) < shortestSleepMs) frame = requestAnimationFrame(reportRunning)
    else sleepUntil(next, () => sleepOut(next))
  }
  /** A timer may fire before the media time is reached; a frame would then be late, a second short timer is not. */
  function sleepOut(next: number) {
    const ms = msUntil(next)
    if (ms > 0 && ms < shortestSleepMs) sleepUntil(next, reportRunning)
    else reportRunning()
  }
  function sleepUntil(time: number, then: () => void) {
    timer = setTimeout(then, Math.min(msUntil(time), longestSleepMs) + timerSlackMs)
  }
  function stopRunning() {
    if (frame !== null) cancelAnimationFrame(frame)
    if (timer !== null) clearTimeout(timer)
    frame = timer = null
  }

  const on = (events: readonly string[], react: () => void) => {
    for (const event of events) element.addEventListener(event, react, { signal })
  }
  on(['seeking', 'seeked', 'loadedmetadata', 'emptied'], () => {
    report('moved')
    sleep()
  })
  on(['pause', 'ended'], () => {
    stopRunning()
    report(element.ended ? 'ended' : 'stopped')
  })
  on(['play', 'playing', 'ratechange'], () => {
    report(runs() ? 'running' : 'stopped')
    sleep()
  })
  const reportUpdate = () => report('running')
  function followUpdates() {
    if (page.hidden) element.addEventListener('timeupdate', reportUpdate, { signal })
    else element.removeEventListener('timeupdate', reportUpdate)
  }
  followUpdates()
  page.addEventListener(
    'visibilitychange',
    () => {
      followUpdates()
      report(element.paused ? 'stopped' : 'running')
      sleep()
    },
    { signal },
  )
  signal.addEventListener('abort', stopRunning)

  return {
    /** Call it when the next change may be earlier than before: reports in the next frame and asks again. */
    wake() {
      if (timer === null) return
      stopRunning()
      frame = requestAnimationFrame(reportRunning)
    },
  }
}
