import { roundSeek } from './seek-rounding.ts'
import { createSourceSwapper } from './source-swapper.ts'
import type { SeekableSource, SwapRequestOutcome } from './source-swapper.ts'
import { whenReady } from './when-ready.ts'

export const slowestRate = 0.5
export const fastestRate = 3

/** What the media element has done; the answer to what was asked of the player. */
export type PlayerReport =
  | { kind: 'activity'; activity: 'paused' | 'playing' | 'waiting' }
  | { kind: 'duration'; duration: number; seekable: boolean }
  | { kind: 'rate'; rate: number }
  | { kind: 'volume'; volume: number; muted: boolean }
  | { kind: 'failed'; reason: MediaFailure }

/**
 * `blocked`: the browser wants a gesture before it plays. `output`: there is nothing to play the sound on.
 * The others are MediaError's codes in words.
 */
export type MediaFailure = 'network' | 'decode' | 'unsupported' | 'output' | 'blocked'

/**
 * Asks the media element for things; what came of it is reported, never assumed. The element's sound is
 * never routed through Web Audio and `crossOrigin` is never set: both silence sound from servers that
 * know nothing of CORS (wavesurfer.js #3679).
 */
export interface Player {
  readonly element: HTMLMediaElement
  /** Takes another recording, paused at its start. */
  load(address: string): void
  /** Resolves when what was loaded can begin to sound, or will not: what is less urgent can begin then. */
  whenReady(): Promise<void>
  unload(): void
  /** Asks for the same recording again, at the same place: after a failure. */
  retry(): void
  /**
   * Goes over to the same recording under an address in which seeks are exact, unheard where that is
   * possible: see `source-swapper.ts`. Resolves when it has been done, or will not be.
   */
  moveTo(better: SeekableSource): Promise<SwapRequestOutcome>
  play(): void
  pause(): void
  /** Seconds; clamped to the recording. Before its length is known, remembered until then. */
  seek(time: number): void
  /** Clamped to 0.5–3. Pitch is preserved. */
  setRate(rate: number): void
  /** 0 to 1, clamped. */
  setVolume(volume: number): void
  setMuted(muted: boolean): void
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

  element.preload = 'auto'
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
      // AbortError: a pause or another recording came first, as somebody asked.
      if (!wantsToPlay || name !== 'NotAllowedError') return
      moving.current()?.pause()
      report({ kind: 'failed', reason: 'blocked' })
    }
  }

  const moving = createSourceSwapper(element, {
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
      moving.forget()
      wantsToPlay = false
      seekWhenKnown = null
      element.src = address
    },
    whenReady: () => whenReady(element),
    unload() {
      moving.forget()
      wantsToPlay = false
      element.removeAttribute('src')
      element.load()
    },
    retry() {
      if (moving.current()) return
      seekWhenKnown = seekWhenKnown ?? element.currentTime
      element.load()
      if (wantsToPlay) void start()
    },
    moveTo: moving.moveTo,
    play() {
      const move = moving.current()
      if (!move) return void start()
      wantsToPlay = true
      move.play()
    },
    pause() {
      wantsToPlay = false
      const move = moving.current()
      if (move) move.pause()
      else element.pause()
    },
    seek(time) {
      if (Number.isNaN(time)) throw new TypeError('player.seek: the time is not a number')
      if (moving.seek(time)) return
      if (element.readyState >= HTMLMediaElement.HAVE_METADATA) seekNow(time)
      else seekWhenKnown = time
    },
    setRate(rate) {
      // Loading sets the rate back to the default: so that is the same.
      element.defaultPlaybackRate = Math.min(fastestRate, Math.max(slowestRate, rate))
      element.playbackRate = element.defaultPlaybackRate
    },
    setVolume(volume) {
      element.volume = Math.min(1, Math.max(0, volume))
    },
    setMuted(muted) {
      element.muted = muted
    },
    dispose() {
      moving.forget()
      lifetime.abort()
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
}

const lastSecondOf = (ranges: TimeRanges) => (ranges.length > 0 ? ranges.end(ranges.length - 1) : 0)

function failureOf({ code, message }: MediaError): MediaFailure {
  // Firefox calls a missing sound device a decoding error, and plays on in silence.
  if (/AudioSink|MediaSink|cubeb/i.test(message)) return 'output'
  if (code === MediaError.MEDIA_ERR_NETWORK) return 'network'
  if (code === MediaError.MEDIA_ERR_DECODE) return 'decode'
  return 'unsupported'
}
