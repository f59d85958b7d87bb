/** A browser that loads nothing before somebody presses play (iPhones) is not waited for longer, milliseconds. */
const patienceMs = 1000

/** Resolves when what the element has been given can begin to sound, or will not. Never rejects. */
export function whenReady(element: HTMLMediaElement): Promise<void> {
  if (element.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA) return Promise.resolve()
  return new Promise((resolve) => {
    const ended = new AbortController()
    const end = () => {
      ended.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, patienceMs)
    for (const event of ['canplay', 'error']) {
      element.addEventListener(event, end, { signal: ended.signal })
    }
  })
}
