// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { connectMediaSession } from '#media/media-session.ts'

type Handler = (details: { seekOffset?: number; seekTime?: number }) => void

function fakeSession({ unknown = [] as string[] } = {}) {
  const handlers = new Map<string, Handler>()
  const session = {
    metadata: null as unknown,
    playbackState: 'none',
    position: null as unknown,
    setActionHandler(action: string, handler: Handler | null) {
      if (unknown.includes(action)) throw new TypeError(`no ${action}`)
      if (handler) handlers.set(action, handler)
      else handlers.delete(action)
    },
    setPositionState(position: unknown) {
      this.position = position
    },
  }
  vi.stubGlobal('navigator', { mediaSession: session })
  vi.stubGlobal(
    'MediaMetadata',
    class {
      title: string
      constructor({ title }: { title: string }) {
        this.title = title
      }
    },
  )
  return { session, handlers }
}

function asked() {
  const calls: string[] = []
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void calls.push([name, ...values].join(' '))
  const actions = {
    play: note('play'),
    pause: note('pause'),
    skip: note('skip'),
    seekTo: note('seekTo'),
    previousLine: note('previousLine'),
    nextLine: note('nextLine'),
  }
  return { calls, actions }
}

afterEach(() => vi.unstubAllGlobals())

describe('media keys', () => {
  test('ask for what the app can do', () => {
    const { handlers } = fakeSession()
    const { calls, actions } = asked()
    connectMediaSession(actions, new AbortController().signal)
    handlers.get('play')!({})
    handlers.get('seekbackward')!({ seekOffset: 15 })
    handlers.get('seekforward')!({})
    handlers.get('seekto')!({ seekTime: 83 })
    handlers.get('nexttrack')!({})
    handlers.get('previoustrack')!({})
    handlers.get('pause')!({})
    expect(calls).toEqual([
      'play',
      'skip -1 15',
      'skip 1 ',
      'seekTo 83',
      'nextLine',
      'previousLine',
      'pause',
    ])
  })

  test('work where the browser knows some of them only', () => {
    const { handlers } = fakeSession({ unknown: ['seekto'] })
    connectMediaSession(asked().actions, new AbortController().signal)
    expect(handlers.has('nexttrack')).toBe(true)
  })

  test('are given back when the app ends', () => {
    const { handlers, session } = fakeSession()
    const lifetime = new AbortController()
    connectMediaSession(asked().actions, lifetime.signal).describe('A talk')
    expect(session.metadata).toMatchObject({ title: 'A talk' })
    lifetime.abort()
    expect(handlers.size).toBe(0)
    expect(session.metadata).toBeNull()
  })

  test('show a place that lies inside the recording', () => {
    const { session } = fakeSession()
    const link = connectMediaSession(asked().actions, new AbortController().signal)
    link.setPosition({ time: 12, duration: 10, rate: 2 })
    expect(session.position).toEqual({ position: 10, duration: 10, playbackRate: 2 })
    session.position = null
    link.setPosition({ time: 1, duration: Number.NaN, rate: 1 })
    expect(session.position).toBeNull()
  })

  test('do nothing where there is no Media Session', () => {
    vi.stubGlobal('navigator', {})
    const link = connectMediaSession(asked().actions, new AbortController().signal)
    expect(() => link.describe('A talk')).not.toThrow()
  })
})
