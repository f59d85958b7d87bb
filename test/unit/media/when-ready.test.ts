// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenReady } from '#media/when-ready.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function elementWith(readyState: number) {
  const element = document.createElement('audio')
  Object.defineProperty(element, 'readyState', { get: () => readyState })
  const done = vi.fn<() => void>()
  const waiting = async () => {
    await whenReady(element)
    done()
  }
  void waiting()
  return { element, done }
}

test('a ready element is not waited for', async () => {
  const { done } = elementWith(HTMLMediaElement.HAVE_FUTURE_DATA)
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toHaveBeenCalled()
})

test.each(['canplay', 'error'])('a loading element is waited for until %s', async (event) => {
  const { element, done } = elementWith(HTMLMediaElement.HAVE_NOTHING)
  element.dispatchEvent(new Event('loadedmetadata'))
  await vi.advanceTimersByTimeAsync(900)
  expect(done).not.toHaveBeenCalled()
  element.dispatchEvent(new Event(event))
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toHaveBeenCalledOnce()
})

test('a browser that loads nothing by itself is not waited for longer than a second', async () => {
  const { done } = elementWith(HTMLMediaElement.HAVE_METADATA)
  await vi.advanceTimersByTimeAsync(1000)
  expect(done).toHaveBeenCalledOnce()
})
