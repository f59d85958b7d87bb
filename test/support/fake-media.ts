import { vi } from 'vitest'

/**
 * Media elements as far as the app can see them, for jsdom, which has none: an address that is set loads at once and has
 * this duration, unless `isPlayable` says no; then it is an error.
 */
export function fakeMedia({
  duration = 100,
  isPlayable = (address: string) => address !== '',
}: { duration?: number; isPlayable?: (address: string) => boolean } = {}) {
  const media = HTMLMediaElement.prototype
  const isLoaded = (element: HTMLMediaElement) => {
    const address = element.getAttribute('src')
    return address !== null && isPlayable(address)
  }
  const times = new WeakMap<HTMLMediaElement, number>()
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2, MEDIA_ERR_DECODE: 3 })
  const define = (name: string, property: PropertyDescriptor & ThisType<HTMLMediaElement>) =>
    Object.defineProperty(media, name, { configurable: true, ...property })

  define('src', {
    get() {
      return this.getAttribute('src') ?? ''
    },
    set(address: string) {
      this.setAttribute('src', address)
      setTimeout(() => {
        this.dispatchEvent(new Event(isLoaded(this) ? 'loadedmetadata' : 'error'))
        if (isLoaded(this)) this.dispatchEvent(new Event('canplay'))
      })
    },
  })
  define('readyState', {
    get() {
      return isLoaded(this) ? HTMLMediaElement.HAVE_ENOUGH_DATA : HTMLMediaElement.HAVE_NOTHING
    },
  })
  define('duration', {
    get() {
      return isLoaded(this) ? duration : NaN
    },
  })
  define('currentTime', {
    get() {
      return times.get(this) ?? 0
    },
    set(time: number) {
      times.set(this, time)
      for (const event of ['seeking', 'seeked']) this.dispatchEvent(new Event(event))
    },
  })
  vi.spyOn(media, 'load').mockImplementation(() => {})
  vi.spyOn(media, 'pause').mockImplementation(() => {})
}
