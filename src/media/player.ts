import { roundSeek } from './seek-rounding.ts'
import { createSourceSwapper } from './source-swapper.ts'
import type { SeekableSource, SwapRequestOutcome } from './source-swapper.ts'
import { whenReady } from './when-ready.ts'

export const slowestRate = 0.5
export const fastestRate = 3
/** The same place would fail again. */
const secondsPastDamage = 1

/** What the media element did. */
export type PlayerReport =
  | { kind: 'activity'; activity: 'paused' | 'playing' | 'waiting' }
  | { kind: 'duration'; duration: number; seekable: boolean }
  | { kind: 'rate'; rate: number }
  | { kind: 'volume'; volume: number; muted: boolean }
  | { kind: 'failed'; reason: MediaFailure }

/** `blocked`: the browser requires a user gesture. `output`: no audio device. The others name the codes of MediaError. */
export type MediaFailure = 'network' | 'decode' | 'unsupported' | 'output' | 'blocked'

/**
 * Controls the media element; reports what the element did, never what was requested. The audio is never routed
 * through Web Audio, and `crossOrigin` is never set: both silence media of servers without CORS (wavesurfer.js #3679).
 */
export interface Player {
  readonly element: HTMLMediaElement
  /** Loads another recording, paused at its start. */
  load(address: string): void
  /** Resolves when playback can start, or cannot: less urgent work waits for it. */
  whenReady(): Promise<void>
  unload(): void
  /** Loads the same recording again, at the same time, after a failure; a second later where it could not be decoded. */
  retry(): void
  /**
   * Changes over to a source of the same recording in which seeks are exact, without a gap where possible
   * (`source-swapper.ts`). Resolves when the swap has ended, or will not take place.
   */
  swapTo(better: SeekableSource): Promise<SwapRequestOutcome>
  play(): void
  pause(): void
  /** Seconds; clamped to the recording. Takes effect when the duration is known. */
  seek(time: number): void
  /** Clamped to 0.5–3. Pitch is preserved. */
  setRate(rate: number): void
  /** 0 to 1, clamped. */
  setVolume(volume: number): void
  setMuted(muted: boolean): void
  /** Loads ahead as far as the browser likes; before, no more than playing needs to begin. */
  bufferAhead(): void
  dispose(): void
}

export function createPlayer(
  element: HTMLMediaElement,
  report: (report: PlayerReport) => void,
): Player {
  const lifetime = new AbortController()
  const { signal } = lifetime
  let seekWhenKnown: number | null = null
  let wantsToPlay = false

  // The code of the page and its text come first; playing loads all the same.
  element.preload = 'metadata'
  element.preservesPitch = true

  const on = (events: readonly string[], react: () => void) => {
    for (const event of events) element.addEventListener(event, react, { signal })
  }
  const reportActivity = () => {
    const isWaiting = !element.paused && element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA
    const activity = element.paused ? 'paused' : isWaiting ? 'waiting' : 'playing'
    report({ kind: 'activity', activity })
  }
  const reportDuration = () => {
    const { duration, seekable } = element
    const known = Number.isFinite(duration) && duration > 0
    report({
      kind: 'duration',
      duration: known ? duration : 0,
      seekable: lastSecondOf(seekable) > 0,
    })
  }

  on(['play', 'playing', 'pause', 'waiting', 'ended', 'emptied', 'canplay'], reportActivity)
  on(['loadedmetadata', 'durationchange', 'canplay'], reportDuration)
  on(['loadedmetadata'], () => {
    if (seekWhenKnown !== null) seekNow(seekWhenKnown)
    seekWhenKnown = null
  })
  on(['ratechange'], () => report({ kind: 'rate', rate: element.playbackRate }))
  on(['volumechange'], () =>
    report({ kind: 'volume', volume: element.volume, muted: element.muted }),
  )
  on(['error'], () => {
    const { error } = element
    if (error && element.hasAttribute('src')) report({ kind: 'failed', reason: failureOf(error) })
  })

  function seekNow(time: number) {
    element.currentTime = roundSeek(element.duration, time)
  }

  async function start() {
    wantsToPlay = true
    try {
      await element.play()
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      // AbortError: a pause or another recording came first.
      if (!wantsToPlay || name !== 'NotAllowedError') return
      swapper.current()?.pause()
      report({ kind: 'failed', reason: 'blocked' })
    }
  }

  const swapper = createSourceSwapper(element, {
    signal,
    start: () => void start(),
    takeWaitingSeek() {
      const time = seekWhenKnown
      seekWhenKnown = null
      return time
    },
  })

  return {
    element,
    load(address) {
      swapper.reset()
      wantsToPlay = false
      seekWhenKnown = null
      element.src = address
    },
    whenReady: () => whenReady(element),
    unload() {
      swapper.reset()
      wantsToPlay = false
      element.removeAttribute('src')
      element.load()
    },
    retry() {
      if (swapper.current()) return
      const { error, currentTime } = element
      const isDamaged = error !== null && failureOf(error) === 'decode'
      seekWhenKnown ??= currentTime + (isDamaged ? secondsPastDamage : 0)
      element.load()
      if (wantsToPlay) void start()
    },
    swapTo: swapper.swapTo,
    play() {
      const swap = swapper.current()
      if (!swap) return void start()
      wantsToPlay = true
      swap.play()
    },
    pause() {
      wantsToPlay = false
      const swap = swapper.current()
      if (swap) swap.pause()
      else element.pause()
    },
    seek(time) {
      if (Number.isNaN(time)) throw new TypeError('player.seek: the time is not a number')
      if (swapper.seek(time)) return
      if (element.readyState >= HTMLMediaElement.HAVE_METADATA) seekNow(time)
      else seekWhenKnown = time
    },
    setRate(rate) {
      // Loading resets the rate to the default, so the default is set as well.
      element.defaultPlaybackRate = Math.min(fastestRate, Math.max(slowestRate, rate))
      element.playbackRate = element.defaultPlaybackRate
    },
    setVolume(volume) {
      element.volume = Math.min(1, Math.max(0, volume))
    },
    setMuted(muted) {
      element.muted = muted
    },
    bufferAhead() {
      element.preload = 'auto'
    },
    dispose() {
      swapper.reset()
      lifetime.abort()
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
}

const lastSecondOf = (ranges: TimeRanges) => (ranges.length > 0 ? ranges.end(ranges.length - 1) : 0)

function failureOf({ code, message }: MediaError): MediaFailure {
  // Firefox reports a missing audio device as a decoding error, and continues in silence.
  if (/AudioSink|MediaSink|cubeb/i.test(message)) return 'output'
  if (code === MediaError.MEDIA_ERR_NETWORK) return 'network'
  if (code === MediaError.MEDIA_ERR_DECODE) return 'decode'
  return 'unsupported'
}
