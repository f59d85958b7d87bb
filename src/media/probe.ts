export type ProbeResult =
  | { kind: 'playable'; duration: number }
  | { kind: 'unplayable'; reason: 'network' | 'unsupported' | 'timeout' }

/** A server that answers nothing for this long is said to be silent, milliseconds. */
const patienceMs = 20_000

/**
 * Finds out whether the browser can play what lies at an address, with an element of its own, so that
 * the recording that is open goes on undisturbed. A `<video>`, as the one that plays: for an `<audio>`,
 * Firefox refuses a film without sound. Rejects with the signal's reason when it is aborted.
 */
export function probeMedia(address: string, signal: AbortSignal): Promise<ProbeResult> {
  signal.throwIfAborted()
  const element = document.createElement('video')
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
    const timer = setTimeout(() => resolve({ kind: 'unplayable', reason: 'timeout' }), patienceMs)
    ended.signal.addEventListener('abort', () => clearTimeout(timer))
    element.preload = 'metadata'
    element.src = address
  }).finally(() => {
    ended.abort()
    element.removeAttribute('src')
    element.load()
  })
}
