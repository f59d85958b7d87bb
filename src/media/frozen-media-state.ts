/** The properties of a media element that the app reads. Times in seconds. */
export interface MediaState {
  currentTime: number
  duration: number
  paused: boolean
  ended: boolean
  seeking: boolean
  readyState: number
}

export interface FrozenMediaState {
  /** What readers of the element get; may be changed. */
  readonly shown: MediaState
  /** The actual state of the element. */
  readonly actual: MediaState
  /** Dispatches an event to the listeners of the element. */
  dispatch(event: string): void
  /** Ends the freeze: readers get the actual state, listeners the element's events. */
  release(): void
}

const frozenProperties = [
  'currentTime',
  'duration',
  'paused',
  'ended',
  'seeking',
  'readyState',
] as const

/** The events of loading, seeking and playing; `volumechange` and `ratechange` pass. */
const stoppedEvents = `
  emptied abort loadstart progress suspend stalled error resize durationchange loadedmetadata loadeddata
  canplay canplaythrough seeking seeked timeupdate play playing pause waiting ended`

/**
 * Freezes what a media element shows while its source is replaced: reading its properties gives `shown`, setting its
 * time calls `seek`, and its events go to `onEvent` only. Without this, the clock, the waveform and the commands
 * would see time 0 and no duration for a moment. The frozen values are own properties of the element, which hide
 * those of its prototype.
 */
export function freezeMediaState(
  element: HTMLMediaElement,
  shown: MediaState,
  { onEvent, seek }: { onEvent: (event: Event) => void; seek: (time: number) => void },
): FrozenMediaState {
  const lifetime = new AbortController()
  const prototype = Object.getPrototypeOf(element) as HTMLMediaElement
  const actual = {} as MediaState
  let isDispatching = false

  for (const name of frozenProperties) {
    Object.defineProperty(actual, name, {
      get: () => Reflect.get(prototype, name, element) as unknown,
      set(value: unknown) {
        Reflect.set(prototype, name, value, element)
      },
    })
    const set = name === 'currentTime' ? { set: seek } : {}
    Object.defineProperty(element, name, { configurable: true, get: () => shown[name], ...set })
  }

  function intercept(event: Event) {
    if (isDispatching) return
    onEvent(event)
    // The event that ended the freeze passes.
    if (!lifetime.signal.aborted) event.stopImmediatePropagation()
  }
  for (const event of stoppedEvents.trim().split(/\s+/)) {
    // Capturing listeners of an element run before its other listeners.
    element.addEventListener(event, intercept, { capture: true, signal: lifetime.signal })
  }

  return {
    shown,
    actual,
    dispatch(event) {
      isDispatching = true
      element.dispatchEvent(new Event(event))
      isDispatching = false
    },
    release() {
      if (lifetime.signal.aborted) return
      lifetime.abort()
      for (const name of frozenProperties) Reflect.deleteProperty(element, name)
    },
  }
}
