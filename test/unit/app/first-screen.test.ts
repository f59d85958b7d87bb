// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { storedWaveformsOf } from '../../../src/app/load-background.ts'
import { whenWorthRendering } from '../../../src/app/first-render.ts'
import { reportFirstScreen } from '../../../src/app/report-first-screen.ts'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { createAppStore } from '#state/store.ts'
import type { RequestId } from '#state/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'
import { spoken } from '../../support/transcripts.ts'

describe('the first screen', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const isShown = (store: ReturnType<typeof createAppStore>) => store.getState().isFirstScreenShown

  test('is shown when a frame has been painted since everything was open', async () => {
    const store = createAppStore()
    let open: () => void = () => {}
    const shown = reportFirstScreen(store, new Promise((resolve) => (open = resolve)))
    await vi.advanceTimersByTimeAsync(100)
    expect(isShown(store)).toBe(false)
    open()
    await vi.advanceTimersByTimeAsync(0)
    expect(isShown(store)).toBe(false)
    await vi.advanceTimersByTimeAsync(20)
    expect(isShown(store)).toBe(true)
    await shown
  })

  test('is shown when the first lines of a text have been painted, although the rest is on its way', async () => {
    const store = createAppStore()
    const shown = reportFirstScreen(store, new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(100)
    store
      .getState()
      .beginningRead({ requestId: 1 as RequestId, name: 'a.vtt', read: spoken('0 Hi') })
    await vi.advanceTimersByTimeAsync(20)
    expect(isShown(store)).toBe(true)
    await shown
  })

  test('is shown when opening has failed', async () => {
    const store = createAppStore()
    const shown = reportFirstScreen(store, Promise.reject(new Error('broken')))
    await vi.advanceTimersByTimeAsync(50)
    await shown
    expect(isShown(store)).toBe(true)
  })

  test('is shown after a second where a server is slow, or nothing is painted', async () => {
    const store = createAppStore()
    void reportFirstScreen(store, new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(999)
    expect(isShown(store)).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isShown(store)).toBe(true)
  })

  test('is waited for by what it does not need, once', async () => {
    const store = createAppStore()
    const waited = vi.fn()
    void whenFirstScreenShown(store).then(waited)
    await vi.advanceTimersByTimeAsync(10)
    expect(waited).not.toHaveBeenCalled()
    store.getState().firstScreenShown()
    await vi.advanceTimersByTimeAsync(0)
    expect(waited).toHaveBeenCalledOnce()
    await whenFirstScreenShown(store)
  })
})

describe('the first rendering', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const never = new Promise<void>(() => {})
  const watch = (store: ReturnType<typeof createAppStore>, opened: Promise<void>) => {
    const begin = vi.fn()
    void whenWorthRendering(store, opened).then(begin)
    return begin
  }

  test('waits for the text, for a moment', async () => {
    const begin = watch(createAppStore(), never)
    await vi.advanceTimersByTimeAsync(149)
    expect(begin).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(begin).toHaveBeenCalledOnce()
  })

  test('begins when the text is there', async () => {
    const store = createAppStore()
    const begin = watch(store, never)
    openTranscript(store, spoken('0 Hi'))
    await vi.advanceTimersByTimeAsync(0)
    expect(begin).toHaveBeenCalledOnce()
  })

  test('begins when opening has ended without a text', async () => {
    const begin = watch(createAppStore(), Promise.reject(new Error('broken')))
    await vi.advanceTimersByTimeAsync(0)
    expect(begin).toHaveBeenCalledOnce()
  })
})

test('where the code of the storage cannot be loaded, nothing is stored and nothing is cleared', async () => {
  const waveforms = storedWaveformsOf(() => Promise.reject(new Error('no network')))
  expect(await waveforms.usage()).toEqual({ recordings: 0, bytes: 0 })
  expect(await waveforms.clear()).toBe(false)
})
