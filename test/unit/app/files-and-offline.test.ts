// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { downloadToDisk } from '../../../src/app/download-to-disk.ts'
import { offerDownload } from '../../../src/app/offer-download.ts'
import { registerServiceWorker } from '../../../src/app/register-service-worker.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a file for the listener', () => {
  test('is offered as a download under its name, and its address is given back a minute later', () => {
    vi.useFakeTimers()
    const addresses = { createObjectURL: () => 'blob:file', revokeObjectURL: vi.fn() }
    vi.stubGlobal('URL', addresses)
    const clicked: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      clicked.push(`${this.href} as ${this.download}`)
    })
    offerDownload(new Blob(['WEBVTT']), 'talk.vtt')
    expect(clicked).toEqual(['blob:file as talk.vtt'])
    expect(addresses.revokeObjectURL).not.toHaveBeenCalled()
    vi.advanceTimersByTime(60_000)
    expect(addresses.revokeObjectURL).toHaveBeenCalledWith('blob:file')
  })
})

describe('a recording that is downloaded', () => {
  const serve = (bytes: Uint8Array<ArrayBuffer>) =>
    vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
      signal.throwIfAborted()
      return new Response(bytes, { headers: { 'content-length': String(bytes.length) } })
    })

  test('is given as a whole, and says how far it is', async () => {
    serve(new Uint8Array(1000).fill(7))
    const progress: number[] = []
    const { blob, release } = await downloadToDisk('https://a.example/talk.mp3', {
      signal: new AbortController().signal,
      onProgress: (done) => progress.push(done),
    })
    expect(blob.size).toBe(1000)
    expect(progress.at(-1)).toBe(1)
    release()
  })

  test('is given up when the listener cancels, with the reason', async () => {
    serve(new Uint8Array(10))
    const signal = AbortSignal.abort(new Error('cancelled'))
    const download = downloadToDisk('https://a.example/talk.mp3', { signal, onProgress() {} })
    await expect(download).rejects.toThrow('cancelled')
  })
})

describe('the service worker', () => {
  test('is registered once the page has loaded', () => {
    const register = vi.fn(async () => undefined)
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
    registerServiceWorker({ serviceWorker: { register } as never })
    expect(register).not.toHaveBeenCalled()
    state.mockReturnValue('complete')
    window.dispatchEvent(new Event('load'))
    expect(register).toHaveBeenCalledExactlyOnceWith('./earshot-sw.js')
  })

  test('is not missed where the browser has none, or refuses it', async () => {
    expect(() => registerServiceWorker({})).not.toThrow()
    registerServiceWorker({
      serviceWorker: { register: () => Promise.reject(new Error('no')) } as never,
    })
    await new Promise((resolve) => setTimeout(resolve))
  })
})
