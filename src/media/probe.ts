export type ProbeResult =
  | { kind: 'playable'; duration: number }
  | { kind: 'unplayable'; reason: 'network' | 'unsupported' | 'timeout' }

const timeoutMs = 20_000

/**
 * Tests whether the browser can play the media at an address, in a separate element, so that the open recording keeps
 * playing. The element is a `<video>`, as in the player: Firefox refuses a film without sound in an `<audio>`.
 * Rejects with the signal's reason when it is aborted.
 */
export function probeMedia(address: string, signal: AbortSignal): Promise<ProbeResult> {
  signal.throwIfAborted()
  const element = document.createElement('video')
  element.preload = 'metadata'
  element.src = address
  return probeElement(element, signal).finally(() => {
    element.removeAttribute('src')
    element.load()
  })
}

/**
 * Resolves when an element that has just been given its source knows whether it can play it. Rejects with the signal's
 * reason when it is aborted.
 */
export function probeElement(element: HTMLMediaElement, signal: AbortSignal): Promise<ProbeResult> {
  const ended = new AbortController()
  return new Promise<ProbeResult>((resolve, reject) => {
    const listening = { signal: ended.signal }
    signal.addEventListener('abort', () => reject(signal.reason as Error), listening)
    element.addEventListener(
      'loadedmetadata',
      () => resolve({ kind: 'playable', duration: element.duration }),
      listening,
    )
    element.addEventListener(
      'error',
      () => {
        const isNetwork = element.error?.code === MediaError.MEDIA_ERR_NETWORK
        resolve({ kind: 'unplayable', reason: isNetwork ? 'network' : 'unsupported' })
      },
      listening,
    )
    const timer = setTimeout(() => resolve({ kind: 'unplayable', reason: 'timeout' }), timeoutMs)
    ended.signal.addEventListener('abort', () => clearTimeout(timer))
  }).finally(() => ended.abort())
}
