// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepLoading } from '#ui/kit/keep-loading.ts'
import { loadAgain, loadPart } from '#ui/kit/load-part.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.head.replaceChildren()
})

const failing = (times: number) => {
  let asked = 0
  return vi.fn(async () => {
    if (asked++ < times) throw new TypeError('no network')
    return 'part'
  })
}

describe('code that the page needs sooner or later', () => {
  test('is asked for again after 2, 4 and 8 seconds, and its absence is told of once', async () => {
    const load = failing(3)
    const onMissing = vi.fn()
    const { signal } = new AbortController()
    const part = keepLoading(load, { signal, onMissing })
    await vi.advanceTimersByTimeAsync(1999)
    expect(load).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(load).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(4000)
    expect(load).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(8000)
    expect(await part).toBe('part')
    expect(onMissing).toHaveBeenCalledTimes(1)
  })

  test('is asked for at once when the browser is online again', async () => {
    const load = failing(1)
    const part = keepLoading(load, { signal: new AbortController().signal })
    await vi.advanceTimersByTimeAsync(0)
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(await part).toBe('part')
  })

  test('is not asked for any more when nobody wants it', async () => {
    const load = failing(9)
    const wanted = new AbortController()
    void keepLoading(load, { signal: wanted.signal })
    await vi.advanceTimersByTimeAsync(0)
    wanted.abort()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(load).toHaveBeenCalledTimes(1)
  })
})

describe('a style sheet that could not be had', () => {
  /** What Vite does for a part: a link in the head, which is settled before the code. */
  async function loadWith(href: string, event: 'load' | 'error', rules: number) {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    Object.defineProperty(link, 'sheet', { value: { cssRules: { length: rules } } })
    document.head.append(link)
    link.dispatchEvent(new Event(event))
    return 'part'
  }
  const own = new URL('part.css', document.baseURI).href
  const links = () => [...document.querySelectorAll('link')]

  test('or is of a wrong type, so that it has no rules, fails its part', async () => {
    await expect(loadPart(() => loadWith(own, 'load', 0))).rejects.toThrow('part.css')
    expect(await loadPart(() => loadWith(own, 'load', 1))).toBe('part')
  })

  test('does not fail a part when it is not the app’s own, or is still being loaded for another part', async () => {
    expect(await loadPart(() => loadWith('https://extension.example/a.css', 'error', 0))).toBe(
      'part',
    )
    const loading = document.createElement('link')
    loading.rel = 'stylesheet'
    loading.href = own
    document.head.append(loading)
    expect(await loadPart(async () => 'part')).toBe('part')
  })

  test('is asked for again before the code, which waits for it', async () => {
    await loadPart(() => loadWith(own, 'error', 0)).catch(() => undefined)
    const [broken] = links()
    const load = vi.fn(async () => 'part')
    const part = loadAgain(load)
    const [again] = links()
    expect(again).not.toBe(broken)
    expect(again?.href).toBe(own)
    expect(load).not.toHaveBeenCalled()
    for (const link of links()) link.dispatchEvent(new Event('load'))
    expect(await part).toBe('part')
  })

  test('that cannot be had again fails the part', async () => {
    await loadPart(() => loadWith(own, 'error', 0)).catch(() => undefined)
    const part = loadAgain(async () => 'part')
    for (const link of links()) link.dispatchEvent(new Event('error'))
    await expect(part).rejects.toThrow('part.css')
  })
})
