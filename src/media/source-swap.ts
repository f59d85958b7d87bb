import { freezeMediaState } from './frozen-media-state.ts'
import { roundSeek } from './seek-rounding.ts'

/** `refused`: the new address does not play here; the old one is back. */
export type SwapOutcome = 'moved' | 'refused'

export interface SourceSwap {
  /** What is asked for meanwhile, and done as soon as can be. Seconds. */
  seek(time: number): void
  play(): void
  pause(): void
  /** Ends it at once, wherever it is: another recording comes. */
  cancel(): void
}

export interface SwapOptions {
  /** Where to be in the new address, and where in the old one if it comes to that. Seconds. */
  readonly time: number
  readonly timeBefore: number
  readonly old: string
  readonly address: string
  /** Seconds that the new address has; `null`: it is not known. */
  readonly duration: number | null
  /** Asks the element to play, in the player's way. */
  readonly start: () => void
  readonly onSettled: (outcome: SwapOutcome) => void
}

/** For an address to say what it is, and to stand where it should, milliseconds. */
const patienceMs = 5000
/** What a browser may be wrong about a length, seconds. */
const littleDifference = 1

/**
 * Gives the element the same recording under another address, at the same place, playing if it plays. Until
 * it stands there nobody sees a difference. The silence in Chromium 156, from File to File, playing: 45–80 ms
 * for an hour in an MP4, 105–190 ms for ten. (Neither a second element that has opened the address before,
 * nor `#t=` in the address, makes it shorter.)
 */
export function beginSourceSwap(element: HTMLMediaElement, options: SwapOptions): SourceSwap {
  const { address, old, start, onSettled } = options
  // WebKitGTK 2.50 fails now and then to open a file of any kind, or takes it for another, and opens it the
  // next time.
  const addresses = [address, address, old]
  let attempt = 0
  let time = options.time
  let wasSought = false
  /** Since the address was given, the element has been asked for its place. */
  let isAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const { currentTime, duration } = element
  const isPlaying = !element.paused && !element.ended
  const held = freezeMediaState(
    element,
    {
      currentTime: time,
      duration,
      paused: !isPlaying,
      ended: false,
      seeking: false,
      readyState: HTMLMediaElement.HAVE_ENOUGH_DATA,
    },
    { hear, seek },
  )
  const { face, own } = held

  function seek(wanted: number) {
    time = wanted
    wasSought = true
    face.currentTime = roundSeek(face.duration, wanted)
    if (isAsked) own.currentTime = roundSeek(own.duration, wanted)
    held.tell('seeking')
  }

  function take() {
    clearTimeout(timer)
    timer = setTimeout(onPatienceLost, patienceMs)
    isAsked = false
    element.src = addresses[attempt]!
  }

  const isBack = () => attempt === addresses.length - 1

  function takeNext() {
    attempt++
    if (isBack() && !wasSought) time = options.timeBefore
    take()
  }

  function onPatienceLost() {
    if (isAsked || isBack()) settle()
    else takeNext()
  }

  function hear({ type }: Event) {
    if (type === 'error' || (type === 'loadedmetadata' && isOther())) {
      if (isBack()) settle()
      else takeNext()
    } else if (type === 'loadedmetadata') {
      own.currentTime = roundSeek(own.duration, time)
      isAsked = true
      if (!face.paused) start()
    } else if (isThere()) settle()
  }

  function isOther() {
    const { duration } = options
    return !isBack() && duration !== null && !(Math.abs(own.duration - duration) < littleDifference)
  }

  function isThere() {
    const { HAVE_CURRENT_DATA, HAVE_FUTURE_DATA } = HTMLMediaElement
    const needed = face.paused ? HAVE_CURRENT_DATA : HAVE_FUTURE_DATA
    return isAsked && !own.seeking && own.readyState >= needed && own.paused === face.paused
  }

  function settle() {
    clearTimeout(timer)
    held.release()
    // What was kept from everybody meanwhile.
    for (const event of ['durationchange', 'seeked']) element.dispatchEvent(new Event(event))
    onSettled(isBack() ? 'refused' : 'moved')
  }

  take()
  if (time !== currentTime) held.tell('seeking')
  return {
    seek,
    play() {
      face.paused = false
      held.tell('play')
      if (isAsked) start()
    },
    pause() {
      face.paused = true
      element.pause()
      held.tell('pause')
      if (isThere()) settle()
    },
    cancel() {
      clearTimeout(timer)
      held.release()
    },
  }
}
