// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { toggleFullScreen } from '#media/full-screen.ts'

/** A fake full screen API, which jsdom lacks. */
function screenFor(element: HTMLVideoElement) {
  const change = (to: Element | null) => {
    Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: to })
    document.dispatchEvent(new Event('fullscreenchange'))
    return Promise.resolve()
  }
  Object.assign(element, { requestFullscreen: () => change(element) })
  Object.assign(document, { exitFullscreen: () => change(null) })
  return { leave: () => change(null) }
}

describe('the full screen', () => {
  test('has the browser’s controls while it lasts, however it is left', async () => {
    const element = document.createElement('video')
    const { leave } = screenFor(element)
    expect(await toggleFullScreen(element)).toBe(true)
    expect(element.controls).toBe(true)
    expect(await toggleFullScreen(element)).toBe(true)
    expect(element.controls).toBe(false)
    await toggleFullScreen(element)
    await leave()
    expect(element.controls).toBe(false)
  })

  test('is said to have failed where the browser forbids it or has none', async () => {
    const element = document.createElement('video')
    expect(await toggleFullScreen(element)).toBe(false)
    Object.assign(element, { requestFullscreen: () => Promise.reject(new TypeError('in a frame')) })
    expect(await toggleFullScreen(element)).toBe(false)
    expect(element.controls).toBe(false)
  })

  test('is asked for in the older way where there is no other', async () => {
    const webkitEnterFullscreen = vi.fn<() => void>()
    const element = Object.assign(document.createElement('video'), { webkitEnterFullscreen })
    expect(await toggleFullScreen(element)).toBe(true)
    expect(webkitEnterFullscreen).toHaveBeenCalledOnce()
  })
})
