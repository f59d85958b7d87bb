import { describe, expect, test, vi } from 'vitest'
import { createOpener } from '#commands/opener.ts'
import type { OpenerPorts } from '#commands/opener.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import { createAppStore } from '#state/store.ts'

const vtt = (text: string) =>
  new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`)
const file = (name: string, content: BlobPart, type = '') => new File([content], name, { type })

/** The app's own store and readers; the sound and the network are the test's. */
function openedApp(ports: Partial<OpenerPorts> = {}) {
  const store = createAppStore()
  const asked: string[] = []
  const note = (what: string) => (value?: unknown) =>
    void asked.push(value === undefined ? what : `${what} ${String(value)}`)
  const player: Player = {
    element: { currentTime: 0, playbackRate: 1 } as HTMLMediaElement,
    load: note('load'),
    unload: note('unload'),
    retry: note('retry'),
    moveTo: () => Promise.resolve('moved'),
    play: note('play'),
    pause: note('pause'),
    seek: note('seek'),
    setRate: note('rate'),
    setVolume: note('volume'),
    setMuted: note('muted'),
    dispose: note('dispose'),
  }
  const opener = createOpener({
    store,
    player,
    pageAddress: 'https://earshot.example/',
    probe: () => Promise.resolve<ProbeResult>({ kind: 'playable', duration: 9 }),
    fetchBytes: (address) => Promise.resolve(vtt(`From ${address}`)),
    prepareReader: () => {},
    readTranscript: (bytes, hint) => readTranscript(bytes, hint),
    studies: { begin: ({ kind }) => void asked.push(`study ${kind}`), end: note('end of study') },
    placeOf: () => null,
    ...ports,
  })
  const text = () => {
    const { document } = store.getState()
    return document.status === 'open' ? document.lines.map((line) => line.text).join('|') : null
  }
  return { store, opener, asked, text }
}

/** Something that takes as long as the test wants. */
function later<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}

vi.stubGlobal(
  'URL',
  Object.assign(URL, { createObjectURL: () => 'blob:it', revokeObjectURL: () => {} }),
)

describe('opening', () => {
  test('something else ends the loading before it, which leaves nothing behind', async () => {
    const slow = later<Uint8Array<ArrayBuffer>>()
    const { opener, text, store } = openedApp({
      fetchBytes: async (address, { signal }) => {
        if (!address.endsWith('slow.vtt')) return vtt('fast')
        const bytes = await slow.promise
        signal.throwIfAborted()
        return bytes
      },
    })
    const first = opener.openAddresses({ audio: null, transcript: 'slow.vtt' })
    await opener.openAddresses({ audio: null, transcript: 'fast.vtt' })
    slow.resolve(vtt('slow'))
    await first
    expect(text()).toBe('fast')
    expect(store.getState().opening).toEqual({ status: 'idle' })
    expect(store.getState().notices.alert).toBeNull()
  })

  test('a place that was kept is gone to, unless the link names a moment', async () => {
    const kept = { placeOf: () => ({ time: 70, rate: 1.5, volume: 0.5 }) }
    const again = openedApp(kept)
    await again.opener.openAddresses({ audio: 'a.mp3', transcript: null })
    expect(again.asked).toEqual([
      'load https://earshot.example/a.mp3',
      'rate 1.5',
      'volume 0.5',
      'seek 70',
      'study address',
    ])
    const linked = openedApp(kept)
    await linked.opener.openAddresses({ audio: 'a.mp3', transcript: null, time: 5 })
    expect(linked.asked).toContain('seek 5')
  })

  test('the text does not wait for the sound', async () => {
    const probing = later<ProbeResult>()
    const { opener, text } = openedApp({ probe: () => probing.promise })
    const opening = opener.openAddresses({ audio: 'a.mp3', transcript: 'a.vtt' })
    await vi.waitFor(() => expect(text()).toContain('From'))
    probing.resolve({ kind: 'playable', duration: 9 })
    await opening
  })

  test('sound that cannot be played leaves what was open, and says so', async () => {
    let result: ProbeResult = { kind: 'playable', duration: 9 }
    const { opener, store, text } = openedApp({ probe: () => Promise.resolve(result) })
    await opener.openAddresses({ audio: 'good.mp3', transcript: 'good.vtt' })
    result = { kind: 'unplayable', reason: 'unsupported' }
    await opener.openAddresses({ audio: 'bad.mp3', transcript: null })
    expect(store.getState().recording).toMatchObject({ name: 'good.mp3' })
    expect(text()).toContain('good.vtt')
    expect(store.getState().notices.alert?.message).toMatch(/^bad\.mp3 cannot be played/)
  })

  test('another recording alone takes the old text away; another text keeps the sound', async () => {
    const { opener, store, text } = openedApp()
    await opener.openAddresses({ audio: 'a.mp3', transcript: 'a.vtt' })
    await opener.openAddresses({ audio: null, transcript: 'b.vtt' })
    expect(store.getState().recording).toMatchObject({ name: 'a.mp3' })
    expect(text()).toContain('b.vtt')
    await opener.openAddresses({ audio: 'c.mp3', transcript: null })
    expect(text()).toBeNull()
  })

  test('anything of one’s own replaces the whole demo', async () => {
    const { opener, store, asked } = openedApp()
    await opener.openDemo()
    await opener.openFiles([file('mine.vtt', vtt('mine'))])
    expect(store.getState().recording.status).toBe('none')
    expect(asked).toContain('unload')
  })

  test('a recording is studied when it plays, and not when it cannot', async () => {
    const { opener, asked } = openedApp()
    await opener.openAddresses({ audio: 'a.mp3', transcript: null })
    expect(asked.filter((each) => each.startsWith('study'))).toHaveLength(1)
    expect(asked.findIndex((each) => each.startsWith('study'))).toBeGreaterThan(
      asked.findIndex((each) => each.startsWith('load')),
    )
    const refused = openedApp({
      probe: () => Promise.resolve({ kind: 'unplayable', reason: 'unsupported' }),
    })
    await refused.opener.openAddresses({ audio: 'a.mp3', transcript: null })
    expect(refused.asked.some((each) => each.startsWith('study'))).toBe(false)
  })

  test('of two transcripts at once the first is shown and the other named', async () => {
    const { opener, store, text } = openedApp()
    await opener.openFiles([file('a.vtt', vtt('one')), file('b.vtt', vtt('two'))])
    expect(text()).toBe('one')
    expect(store.getState().notices.alert?.message).toMatch(/b\.vtt is not/)
  })
})

describe('what does not belong together', () => {
  test('a recording whose text cannot be read is not shown beside the text of the one before', async () => {
    const { opener, store, text } = openedApp()
    await opener.openFiles([file('a.mp3', 'ID3\u0004\0\0\0\0\0\0'), file('a.vtt', vtt('of a'))])
    await opener.openFiles([file('b.mp3', 'ID3\u0004\0\0\0\0\0\0'), file('b.vtt', '')])
    expect(store.getState().recording).toMatchObject({ name: 'b.mp3' })
    expect(text()).toBeNull()
    expect(store.getState().notices.alert?.message).toMatch(/b\.vtt is empty/)
  })

  test('a text that waited for its recording is kept when that comes', async () => {
    const { opener, text } = openedApp()
    await opener.openFiles([file('a.vtt', vtt('of a'))])
    await opener.openFiles([file('a.mp3', 'ID3\u0004\0\0\0\0\0\0')])
    expect(text()).toBe('of a')
  })

  test('a folder is named, and what came with it is opened', async () => {
    const folder = file('interviews', '')
    folder.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) as never
    const { opener, store, text } = openedApp()
    await opener.openFiles([folder, file('a.vtt', vtt('of a'))])
    expect(text()).toBe('of a')
    expect(store.getState().notices.alert?.message).toMatch(/^interviews cannot be read/)
  })

  test('a link that was offered is off the table once something else is open', async () => {
    const { opener, store } = openedApp()
    const link = { hosts: ['a.example'], audio: 'https://a.example/a.mp3', transcript: null }
    store.getState().linkOffered({ ...link, chapters: null, title: null, time: null })
    await opener.openFiles([file('a.vtt', vtt('of a'))])
    expect(store.getState().offeredLink).toBeNull()
  })

  test('a listener who follows nothing is left alone by what is opened', async () => {
    const { opener, store } = openedApp()
    store.getState().followChanged('off')
    await opener.openAddresses({ audio: 'a.mp3', transcript: 'a.vtt' })
    expect(store.getState().follow).toBe('off')
  })
})
