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
  unload(): void
  /** Asks for the same recording again, at the same place: after a failure. */
  retry(): void
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
    const last = Number.isFinite(element.duration) ? element.duration : Infinity
    element.currentTime = Math.min(notBefore(Math.max(0, time)), last)
  }

  async function start() {
    wantsToPlay = true
    try {
      await element.play()
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      // AbortError: a pause or another recording came first, as somebody asked.
      if (wantsToPlay && name === 'NotAllowedError') report({ kind: 'failed', reason: 'blocked' })
    }
  }

  return {
    element,
    load(address) {
      wantsToPlay = false
      seekWhenKnown = null
      element.src = address
    },
    unload() {
      wantsToPlay = false
      element.removeAttribute('src')
      element.load()
    },
    retry() {
      seekWhenKnown = seekWhenKnown ?? element.currentTime
      element.load()
      if (wantsToPlay) void start()
    },
    play: () => void start(),
    pause() {
      wantsToPlay = false
      element.pause()
    },
    seek(time) {
      if (Number.isNaN(time)) throw new TypeError('player.seek: the time is not a number')
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
      lifetime.abort()
      element.pause()
      element.removeAttribute('src')
      element.load()
    },
  }
}

/**
 * What to ask for, so that the element stands at this time or after it. Chromium 156 cuts a time to whole
 * microseconds, and can lose one more on the way: of 200 word starts asked for as they are, 8 landed before
 * the word, in the one before it; so asked for, none. Nobody hears two microseconds.
 */
const notBefore = (time: number) => (time === 0 ? 0 : (Math.ceil(time * 1e6 - 1e-3) + 1.5) / 1e6)

const lastSecondOf = (ranges: TimeRanges) => (ranges.length > 0 ? ranges.end(ranges.length - 1) : 0)

function failureOf({ code, message }: MediaError): MediaFailure {
  // Firefox calls a missing sound device a decoding error, and plays on in silence.
  if (/AudioSink|MediaSink|cubeb/i.test(message)) return 'output'
  if (code === MediaError.MEDIA_ERR_NETWORK) return 'network'
  if (code === MediaError.MEDIA_ERR_DECODE) return 'decode'
  return 'unsupported'
}
