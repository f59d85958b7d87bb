/** Milliseconds; browsers on iPhones load nothing before the first press of play. */
const timeoutMs = 1000

/** Resolves when the element can start to play, or cannot. Never rejects. */
export function whenReady(element: HTMLMediaElement): Promise<void> {
  if (element.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return Promise.resolve()
  return new Promise((resolve) => {
    const ended = new AbortController()
    const end = () => {
      ended.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, timeoutMs)
    for (const event of ['canplay', 'error']) {
      element.addEventListener(event, end, { signal: ended.signal })
    }
  })
}
