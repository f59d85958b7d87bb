// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keepLoading } from '#ui/kit/keep-loading.ts'
import { loadAgain } from '#ui/kit/load-part.ts'

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
  test('is asked for again before the code, which waits for it', async () => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = 'https://a.example/part.css'
    document.head.append(link)
    const load = vi.fn(async () => 'part')
    const part = loadAgain(load)
    const [again] = document.querySelectorAll('link')
    expect(again).not.toBe(link)
    expect(again?.href).toBe(link.href)
    expect(load).not.toHaveBeenCalled()
    Object.defineProperty(again, 'sheet', { value: { cssRules: [{}] } })
    again?.dispatchEvent(new Event('load'))
    expect(await part).toBe('part')
  })

  test('that cannot be had again fails the part', async () => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = 'https://a.example/part.css'
    document.head.append(link)
    const part = loadAgain(async () => 'part')
    document.querySelector('link')?.dispatchEvent(new Event('error'))
    await expect(part).rejects.toThrow('part.css')
  })
})
