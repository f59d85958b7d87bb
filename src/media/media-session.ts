/** Requests of media keys, headphones and the lock screen. */
export interface MediaSessionActions {
  play(): void
  pause(): void
  /** By this many seconds; `null`: by the app's own step. */
  skip(direction: -1 | 1, seconds: number | null): void
  seekTo(time: number): void
  previousLine(): void
  nextLine(): void
}

export interface MediaSessionLink {
  describe(title: string): void
  setActivity(isPlaying: boolean): void
  setPosition(position: { time: number; duration: number; rate: number }): void
}

/** Links the app to the Media Session API; does nothing where the browser has none. */
export function connectMediaSession(
  actions: MediaSessionActions,
  signal: AbortSignal,
): MediaSessionLink {
  if (!('mediaSession' in navigator)) {
    return { describe() {}, setActivity() {}, setPosition() {} }
  }
  const session = navigator.mediaSession
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => actions.play()],
    ['pause', () => actions.pause()],
    ['seekbackward', ({ seekOffset }) => actions.skip(-1, seekOffset ?? null)],
    ['seekforward', ({ seekOffset }) => actions.skip(1, seekOffset ?? null)],
    ['seekto', ({ seekTime }) => seekTime !== undefined && actions.seekTo(seekTime)],
    ['previoustrack', () => actions.previousLine()],
    ['nexttrack', () => actions.nextLine()],
  ]
  const setHandler = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    try {
      session.setActionHandler(action, handler)
    } catch {
      // TypeError: this browser does not know the action; the others still work.
    }
  }
  for (const [action, handler] of handlers) setHandler(action, handler)
  signal.addEventListener('abort', () => {
    for (const [action] of handlers) setHandler(action, null)
    session.metadata = null
    session.playbackState = 'none'
  })

  return {
    describe(title) {
      session.metadata = new MediaMetadata({ title, artist: 'Earshot' })
    },
    setActivity(isPlaying) {
      session.playbackState = isPlaying ? 'playing' : 'paused'
    },
    setPosition({ time, duration, rate }) {
      if (
        !Number.isFinite(duration) ||
        duration <= 0 ||
        typeof session.setPositionState !== 'function'
      )
        return
      session.setPositionState({
        duration,
        position: Math.min(Math.max(0, time), duration),
        playbackRate: rate,
      })
    },
  }
}
