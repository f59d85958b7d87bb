/** What moves with the sound, in wavesurfer's part of the page. */
export interface Playhead {
  /** Seconds from the view's left edge; outside of the view it is out of sight. */
  moveTo(time: number): void
  /** The next time at which it moves by a step, in the same seconds; `Infinity` outside of the view. */
  nextStep(time: number): number
  /** The picture was drawn anew, so wide (CSS pixels), for so many seconds. */
  renew(width: number, seconds: number): void
}

const cursorWidth = 2
/** Pixels a second from which nobody sees whether the cursor steps by one pixel or by its own width. */
const fast = 30

/**
 * The distance from the left edge that is shown for a time, CSS pixels: a whole device pixel, or, where it
 * runs fast, a whole width of the cursor, so that it costs half as many frames.
 */
export function stepOf(
  time: number,
  { width, seconds, scale }: { width: number; seconds: number; scale: number },
): number {
  const perSecond = width / seconds
  const step = stepWidth(perSecond, scale)
  return Math.min(width, Math.max(0, Math.round((time * perSecond) / step) * step))
}

/** The first time after `time` for which `stepOf` gives another distance, seconds. */
export function nextStepTime(
  time: number,
  size: { width: number; seconds: number; scale: number },
): number {
  if (time < 0) return 0
  if (time > size.seconds) return Infinity
  const perSecond = size.width / size.seconds
  const step = stepWidth(perSecond, size.scale)
  return ((Math.round((time * perSecond) / step) + 0.5) * step) / perSecond
}

const stepWidth = (perSecond: number, scale: number) => (perSecond > fast ? cursorWidth : 1 / scale)

/**
 * Moves the cursor, and the edge of what was played, by transforms alone: nothing is laid out or painted
 * again. The picture of the played part stands still inside of a window that is pushed over it.
 */
export function createPlayhead(wrapper: HTMLElement): Playhead {
  const played = wrapper.querySelector<HTMLElement>('.progress')
  const cursor = wrapper.querySelector<HTMLElement>('.cursor')
  if (!played || !cursor) throw new Error('wavesurfer.js has no progress or no cursor')
  played.style.width = '100%'
  played.style.willChange = cursor.style.willChange = 'transform'

  let picture: HTMLElement | null = null
  let size = { width: 0, seconds: 1 }
  let now = 0
  let shownAt = Number.NaN

  function show() {
    const { width, seconds } = size
    const x = stepOf(now, { ...size, scale: window.devicePixelRatio })
    const visibility = now >= 0 && now <= seconds ? '' : 'hidden'
    if (cursor!.style.visibility !== visibility) cursor!.style.visibility = visibility
    if (x === shownAt) return
    shownAt = x
    played!.style.transform = `translateX(${x - width}px)`
    if (picture) picture.style.transform = `translateX(${width - x}px)`
    cursor!.style.transform = `translateX(${Math.min(x, width - cursorWidth)}px)`
  }

  return {
    moveTo(time) {
      now = time
      show()
    },
    nextStep: (time) => nextStepTime(time, { ...size, scale: window.devicePixelRatio }),
    renew(width, seconds) {
      size = { width, seconds }
      picture = played.firstElementChild as HTMLElement | null
      if (picture) picture.style.willChange = 'transform'
      shownAt = Number.NaN
      show()
    },
  }
}
