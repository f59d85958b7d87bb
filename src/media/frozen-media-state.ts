/** What is read of a media element all over the app. Seconds. */
export interface MediaState {
  currentTime: number
  duration: number
  paused: boolean
  ended: boolean
  seeking: boolean
  readyState: number
}

export interface FrozenMediaState {
  /** What everybody reads; may be changed. */
  readonly face: MediaState
  /** What the element says itself. */
  readonly own: MediaState
  /** Lets an event be heard that the element did not send. */
  tell(event: string): void
  /** From now on the element speaks for itself again. */
  release(): void
}

const features = ['currentTime', 'duration', 'paused', 'ended', 'seeking', 'readyState'] as const

/** All that an element says while it loads and seeks; not what it says of volume and rate, which stay. */
const silenced = `
  emptied abort loadstart progress suspend stalled error resize durationchange loadedmetadata loadeddata
  canplay canplaythrough seeking seeked timeupdate play playing pause waiting ended`

/**
 * Keeps the looks of a media element while it is given another address: whoever reads it reads what is
 * held, whoever sets its time asks `seek`, and no event gets through but to `hear`, which sees it first. Else the clock, the waveform and every
 * command would see time 0 and no duration for a moment. What is held lies over the element's own
 * properties, which are its prototype's.
 */
export function freezeMediaState(
  element: HTMLMediaElement,
  face: MediaState,
  { hear, seek }: { hear: (event: Event) => void; seek: (time: number) => void },
): FrozenMediaState {
  const lifetime = new AbortController()
  const prototype = Object.getPrototypeOf(element) as HTMLMediaElement
  const own = {} as MediaState
  let isTelling = false

  for (const name of features) {
    Object.defineProperty(own, name, {
      get: () => Reflect.get(prototype, name, element) as unknown,
      set(value: unknown) {
        Reflect.set(prototype, name, value, element)
      },
    })
    const set = name === 'currentTime' ? { set: seek } : {}
    Object.defineProperty(element, name, { configurable: true, get: () => face[name], ...set })
  }

  function onEvent(event: Event) {
    if (isTelling) return
    hear(event)
    // Whoever released the face lets through what released it.
    if (!lifetime.signal.aborted) event.stopImmediatePropagation()
  }
  for (const event of silenced.trim().split(/\s+/)) {
    // Capturing listeners of an element are heard before its others.
    element.addEventListener(event, onEvent, { capture: true, signal: lifetime.signal })
  }

  return {
    face,
    own,
    tell(event) {
      isTelling = true
      element.dispatchEvent(new Event(event))
      isTelling = false
    },
    release() {
      if (lifetime.signal.aborted) return
      lifetime.abort()
      for (const name of features) Reflect.deleteProperty(element, name)
    },
  }
}
