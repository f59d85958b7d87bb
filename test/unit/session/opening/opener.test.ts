import { describe, expect, test, vi } from 'vitest'
import { readPrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import { createOpener } from '#session/opening/opener.ts'
import type { OpenerPorts } from '#session/opening/opener.ts'
import { createOpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import { unplayable } from '#session/opening/opening-messages.ts'
import type { OpenableRecording } from '#session/opening/opening-sources.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import { mayLoadRest } from '#state/first-screen.ts'
import { createAppStore } from '#state/store.ts'
import { recordsOf, shownChapters, shownRecord } from '#state/transcripts.ts'
import { eventually } from '../../../support/eventually.ts'
import { spoken } from '../../../support/transcripts.ts'

const vtt = (text: string) =>
  new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`)
/** A peaks file of audiowaveform: three seconds, one peak each. */
const peaksJson = JSON.stringify({
  version: 2,
  channels: 1,
  sample_rate: 8000,
  samples_per_pixel: 8000,
  bits: 8,
  length: 3,
  data: [-9, 9, -99, 99, -9, 9],
})
const mp3 = 'ID3\u0004\0\0\0\0\0\0'
const file = (name: string, content: BlobPart, type = '') => new File([content], name, { type })

/** The app's store and readers with a fake media element and network. */
function openedApp(ports: Partial<OpenerPorts> = {}, more: Partial<Player> = {}) {
  const store = createAppStore()
  const asked: string[] = []
  const note = (what: string) => (value?: unknown) =>
    void asked.push(value === undefined ? what : `${what} ${String(value)}`)
  const player: Player = {
    element: { currentTime: 0, playbackRate: 1 } as HTMLMediaElement,
    load: note('load'),
    unload: note('unload'),
    retry: note('retry'),
    swapTo: () => Promise.resolve('moved'),
    whenReady: () => Promise.resolve(),
    play: note('play'),
    pause: note('pause'),
    seek: note('seek'),
    setRate: note('rate'),
    setVolume: note('volume'),
    setMuted: note('muted'),
    bufferAhead: note('buffer ahead'),
    dispose: note('dispose'),
    ...more,
  }
  const { probe = () => Promise.resolve<ProbeResult>({ kind: 'playable', duration: 9 }) } = ports
  const opener = createOpener({
    store,
    player,
    pageAddress: 'https://earshot.example/',
    probe,
    probeElement: (_element, signal) => probe('', signal),
    diagnose: ({ name }, reason) =>
      Promise.resolve({ kind: 'problem', problem: unplayable(name, reason) }),
    fetchBytes: (address) => Promise.resolve(vtt(`From ${address}`)),
    prepareReader: () => {},
    readBeginning: () => Promise.resolve(null),
    readTranscript: (bytes, hint) => readTranscript(bytes, hint),
    readPeaks: (bytes, name) => Promise.resolve(readPrecomputedPeaks(bytes, name)),
    analyses: {
      copy: null,
      begin({ kind }, given) {
        asked.push(`analyse ${kind}`)
        void given?.then((peaks) => peaks && asked.push(`given ${peaks.name}`))
      },
      take: ({ name }) => void asked.push(`take ${name}`),
      end: note('end of analysis'),
    },
    storedPosition: () => null,
    ...ports,
  })
  const text = () => {
    const { document } = store.getState()
    return document.status === 'open' ? document.lines.map((line) => line.text).join('|') : null
  }
  const transcripts = createOpenTranscripts({
    store,
    readTranscript: (bytes, hint) => readTranscript(bytes, hint),
  })
  return { store, opener, transcripts, asked, text }
}

/** A promise that the test settles. */
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
  describe('something else while the first still loads', () => {
    /** The app whose addresses arrive when the test says so. */
    function slowly(names: readonly string[], ports: Partial<OpenerPorts> = {}) {
      const arrivals = new Map(names.map((name) => [name, later<void>()]))
      const arrived = async (address: string, signal: AbortSignal) => {
        await arrivals.get(address.split('/').at(-1)!)?.promise
        signal.throwIfAborted()
      }
      const app = openedApp({
        fetchBytes: async (address, { signal }) => {
          await arrived(address, signal)
          return vtt(`From ${address.split('/').at(-1)}`)
        },
        probe: async (address, signal) => {
          await arrived(address, signal)
          return { kind: 'playable', duration: 9 }
        },
        ...ports,
      })
      return { ...app, arrive: (name: string) => arrivals.get(name)?.resolve() }
    }
    const from = (name: string) => `From ${name}`

    test('both transcripts are open, and the later one is shown', async () => {
      const { opener, text, store, arrive } = slowly(['slow.vtt'])
      const first = opener.openAddresses({ audio: null, transcript: 'slow.vtt' })
      await opener.openAddresses({ audio: null, transcript: 'fast.vtt' })
      expect(store.getState().opening).toMatchObject({ status: 'busy', name: 'slow.vtt' })
      arrive('slow.vtt')
      await first
      expect(text()).toBe(from('fast.vtt'))
      const names = recordsOf(store.getState().transcripts).map(({ source }) => source.name)
      expect(names.toSorted()).toEqual(['fast.vtt', 'slow.vtt'])
      expect(store.getState().opening).toEqual({ status: 'idle' })
      expect(store.getState().notices.alert).toBeNull()
    })

    test('a transcript joins the recording that still loads, in the place of the demo', async () => {
      const { opener, text, store, arrive } = slowly(['talk.vtt', 'new.mp3'])
      await opener.openDemo()
      const first = opener.openAddresses({ audio: 'new.mp3', transcript: 'talk.vtt' })
      const second = opener.openAddresses({ audio: null, transcript: 'other.vtt' })
      await second
      arrive('new.mp3')
      await eventually(() => {
        expect(store.getState().recording).toMatchObject({ status: 'open', name: 'new.mp3' })
      })
      arrive('talk.vtt')
      await first
      expect(text()).toBe(from('other.vtt'))
      expect(store.getState().transcripts.order).toHaveLength(2)
    })

    test('the transcript that was first is not lost with the demo when its recording comes', async () => {
      const { opener, text, store, arrive } = slowly(['new.mp3'])
      await opener.openDemo()
      const text1 = opener.openAddresses({ audio: null, transcript: 'talk.vtt' })
      const sound = opener.openAddresses({ audio: 'new.mp3', transcript: null })
      await text1
      arrive('new.mp3')
      await sound
      expect(store.getState().recording).toMatchObject({ status: 'open', name: 'new.mp3' })
      expect(text()).toBe(from('talk.vtt'))
    })

    test('another recording ends the loading of the first, and of what came with it', async () => {
      const { opener, text, store, arrive } = slowly(['first.mp3', 'first.vtt'])
      const first = opener.openAddresses({ audio: 'first.mp3', transcript: 'first.vtt' })
      await opener.openAddresses({ audio: 'second.mp3', transcript: null })
      arrive('first.mp3')
      arrive('first.vtt')
      await first
      expect(store.getState().recording).toMatchObject({ status: 'open', name: 'second.mp3' })
      expect(text()).toBeNull()
      expect(store.getState().opening).toEqual({ status: 'idle' })
    })

    test('another recording takes a transcript with it that still loads for the one before', async () => {
      const { opener, text, arrive } = slowly(['late.vtt'])
      await opener.openAddresses({ audio: 'first.mp3', transcript: null })
      const late = opener.openAddresses({ audio: null, transcript: 'late.vtt' })
      await opener.openAddresses({ audio: 'second.mp3', transcript: null })
      arrive('late.vtt')
      await late
      expect(text()).toBeNull()
    })

    test('peaks are of the recording that still loads', async () => {
      const { opener, asked, arrive, store } = slowly(['new.mp3'])
      await opener.openAddresses({ audio: 'old.mp3', transcript: null })
      const sound = opener.openAddresses({ audio: 'new.mp3', transcript: null })
      const peaks = opener.openFiles([file('new.json', peaksJson)])
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(asked.filter((each) => each.startsWith('take'))).toEqual([])
      arrive('new.mp3')
      await Promise.all([sound, peaks])
      expect(asked.at(-1)).toBe('take new.json')
      expect(store.getState().notices.alert).toBeNull()
    })

    test('what opens nothing does not end the demo that loads', async () => {
      const { opener, store, arrive } = slowly(['demo.mp3'])
      const demo = opener.openDemo()
      await opener.openFiles([file('peaks.json', '{')])
      arrive('demo.mp3')
      await demo
      expect(store.getState().recording).toMatchObject({ status: 'open' })
    })

    test('cancelling ends all', async () => {
      const { opener, store, text, arrive } = slowly(['a.vtt', 'b.vtt'])
      const both = ['a.vtt', 'b.vtt'].map((transcript) =>
        opener.openAddresses({ audio: null, transcript }),
      )
      await new Promise((resolve) => setTimeout(resolve))
      opener.cancel()
      for (const name of ['a.vtt', 'b.vtt']) arrive(name)
      await Promise.all(both)
      expect(text()).toBeNull()
      expect(store.getState().opening).toEqual({ status: 'idle' })
    })
  })

  test('a stored position is restored, unless the link names a moment', async () => {
    const stored = { storedPosition: () => ({ time: 70, rate: 1.5, volume: 0.5 }) }
    const again = openedApp(stored)
    await again.opener.openAddresses({ audio: 'a.mp3', transcript: null })
    expect(again.asked).toEqual([
      'load https://earshot.example/a.mp3',
      'rate 1.5',
      'volume 0.5',
      'seek 70',
      'analyse address',
    ])
    const linked = openedApp(stored)
    await linked.opener.openAddresses({ audio: 'a.mp3', transcript: null, time: 5 })
    expect(linked.asked).toContain('seek 5')
  })

  describe('a large text whose beginning is there', () => {
    const beginning = spoken('0 Good 0.4 morning')
    const whole = vtt('Good morning')
    function opening(rest: Promise<Uint8Array<ArrayBuffer>>, begun = Promise.resolve(beginning)) {
      const opened = openedApp({
        readBeginning: () => begun,
        async fetchBytes(_, { signal, beginning }) {
          beginning?.take(whole)
          const bytes = await rest
          signal.throwIfAborted()
          return bytes
        },
      })
      const done = opened.opener.openAddresses({ audio: null, transcript: 'a.vtt' })
      const document = () => opened.store.getState().document
      return { ...opened, done, document }
    }

    test('shows it until the whole is read, which then has its place', async () => {
      const rest = later<Uint8Array<ArrayBuffer>>()
      const { done, document } = opening(rest.promise)
      await eventually(() => expect(document().status).toBe('beginning'))
      const begun = document()
      expect(begun).toMatchObject({ name: 'a.vtt', transcript: beginning })
      rest.resolve(whole)
      await done
      expect(document()).toMatchObject({ status: 'open', id: Reflect.get(begun, 'id') as string })
    })

    test('closes it when the rest does not come, and says so', async () => {
      const rest = later<Uint8Array<ArrayBuffer>>()
      const { done, document, store } = opening(rest.promise)
      await eventually(() => expect(document().status).toBe('beginning'))
      rest.resolve(Promise.reject(new Error('the connection broke')) as never)
      await done
      expect(document().status).toBe('none')
      expect(store.getState().notices.alert?.message).toContain('the connection broke')
    })

    test('closes it when loading is cancelled', async () => {
      const { opener, document } = opening(new Promise(() => {}))
      await eventually(() => expect(document().status).toBe('beginning'))
      opener.cancel()
      expect(document().status).toBe('none')
    })

    test('shows no beginning that comes after the whole', async () => {
      const late = later<typeof beginning>()
      const { done, document } = opening(Promise.resolve(whole), late.promise)
      await done
      late.resolve(beginning)
      await late.promise
      expect(document().status).toBe('open')
    })
  })

  test('the text does not wait for the sound', async () => {
    const probing = later<ProbeResult>()
    const { opener, text } = openedApp({ probe: () => probing.promise })
    const opening = opener.openAddresses({ audio: 'a.mp3', transcript: 'a.vtt' })
    await eventually(() => expect(text()).toContain('From'))
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

  test('the player has the first recording before it is known to be playable; one that is not is closed', async () => {
    const probing = later<ProbeResult>()
    const { opener, store, asked } = openedApp({ probe: () => probing.promise })
    const opening = opener.openAddresses({ audio: 'bad.mp3', transcript: null })
    await eventually(() => expect(asked).toContain('load https://earshot.example/bad.mp3'))
    expect(store.getState().recording).toMatchObject({ status: 'open', name: 'bad.mp3' })
    probing.resolve({ kind: 'unplayable', reason: 'network' })
    await opening
    expect(asked).toContain('unload')
    expect(store.getState()).toMatchObject({
      recording: { status: 'none' },
      opening: { status: 'idle' },
    })
    expect(store.getState().notices.alert?.message).toBe('bad.mp3 cannot be played. network')
  })

  test('a recording whose server gave no parts is played from a copy, under its name and address', async () => {
    const blob = new Blob(['sound'])
    const copyOf = (recording: OpenableRecording) => ({
      ...recording,
      address: 'blob:copy',
      source: { kind: 'file' as const, blob },
    })
    let result: ProbeResult = { kind: 'unplayable', reason: 'unsupported' }
    const { opener, store, asked } = openedApp({
      probe: () => Promise.resolve(result),
      diagnose(recording) {
        result = { kind: 'playable', duration: 9 }
        return Promise.resolve({ kind: 'again', recording: copyOf(recording) })
      },
    })
    await opener.openAddresses({ audio: 'odd.mp3', transcript: null })
    expect(asked).toContain('load blob:copy')
    expect(asked).toContain('analyse file')
    expect(opener.recordingSource).toEqual({ kind: 'file', blob })
    expect(store.getState()).toMatchObject({
      recording: { name: 'odd.mp3', sharedAddress: 'https://earshot.example/odd.mp3' },
      notices: { alert: null },
    })
  })

  test('while a busy server is waited for, the wait is shown', async () => {
    const waits: (number | undefined)[] = []
    const { opener, store } = openedApp({
      probe: () => Promise.resolve({ kind: 'unplayable', reason: 'unsupported' }),
      diagnose({ name }, _reason, { onWait }) {
        onWait(7000)
        return Promise.resolve({ kind: 'problem', problem: unplayable(name, 'Busy.') })
      },
    })
    store.subscribe(({ opening }) => {
      if (opening.status === 'busy') waits.push(opening.waitMs)
    })
    await opener.openAddresses({ audio: 'busy.mp3', transcript: null })
    expect(waits).toContain(7000)
  })

  test('a first recording whose opening is cancelled is closed, and the next one opens', async () => {
    let isPending = true
    const { opener, store, asked } = openedApp({
      probe: (_, signal) =>
        isPending
          ? new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason as Error))
            })
          : Promise.resolve({ kind: 'playable', duration: 9 }),
    })
    const cancelled = opener.openAddresses({ audio: 'slow.mp3', transcript: null })
    await eventually(() => expect(asked).toContain('load https://earshot.example/slow.mp3'))
    opener.cancel()
    await cancelled
    expect(store.getState().recording).toEqual({ status: 'none' })
    isPending = false
    await opener.openAddresses({ audio: 'next.mp3', transcript: null })
    expect(store.getState().recording).toMatchObject({ name: 'next.mp3' })
    expect(store.getState().notices.alert).toBeNull()
  })

  test('a file is with the player before a view can know of it, and is given to it once', async () => {
    const { opener, store, asked } = openedApp()
    let askedBefore: string[] | null = null
    store.subscribe(({ opening }) => {
      if (opening.status === 'busy') askedBefore ??= [...asked]
    })
    await opener.openFiles([file('a.mp3', mp3)])
    expect(askedBefore).toEqual(['load blob:it'])
    expect(asked.filter((each) => each.startsWith('load'))).toEqual(['load blob:it'])
    expect(store.getState().recording).toMatchObject({ name: 'a.mp3' })
  })

  test('a file that is given up before it is shown leaves the player empty', async () => {
    const { opener, store, asked } = openedApp()
    const cancelled = opener.openFiles([file('a.mp3', mp3)])
    await vi.waitFor(() => expect(asked).toContain('load blob:it'), { interval: 0 })
    opener.cancel()
    await cancelled
    expect(asked).toEqual(['load blob:it', 'unload'])
    expect(store.getState().recording).toEqual({ status: 'none' })
  })

  test('a file on the empty page keeps the rest waiting until it can be played', async () => {
    const ready = later<void>()
    const { opener, store } = openedApp({}, { whenReady: () => ready.promise })
    store.getState().firstScreenShown()
    await opener.openFiles([file('a.mp3', mp3)])
    expect(mayLoadRest(store.getState())).toBe(false)
    ready.resolve()
    await eventually(() => expect(mayLoadRest(store.getState())).toBe(true))
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
    expect(asked.filter((each) => each.startsWith('analyse'))).toHaveLength(1)
    expect(asked.findIndex((each) => each.startsWith('analyse'))).toBeGreaterThan(
      asked.findIndex((each) => each.startsWith('load')),
    )
    const refused = openedApp({
      probe: () => Promise.resolve({ kind: 'unplayable', reason: 'unsupported' }),
    })
    await refused.opener.openAddresses({ audio: 'a.mp3', transcript: null })
    expect(refused.asked.some((each) => each.startsWith('analyse'))).toBe(false)
  })
})

describe('several transcripts of one recording', () => {
  const namesShown = ({ store }: ReturnType<typeof openedApp>) => {
    const { transcripts } = store.getState()
    return recordsOf(transcripts)
      .map(({ id, source: { name } }) => (id === transcripts.shownId ? `[${name}]` : name))
      .join(' ')
  }

  test('opened together: the first is shown, the others can be chosen', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.vtt', vtt('one')), file('b.vtt', vtt('two'))])
    expect(app.text()).toBe('one')
    expect(namesShown(app)).toBe('[a.vtt] b.vtt')
    app.transcripts.showNext()
    expect(app.text()).toBe('two')
    expect(namesShown(app)).toBe('a.vtt [b.vtt]')
    app.transcripts.showNext()
    expect(app.text()).toBe('one')
    expect(app.store.getState().notices.alert).toBeNull()
  })

  test('opened later: the new one is shown, and playback is unchanged', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.mp3', mp3), file('a.vtt', vtt('one'))])
    app.asked.length = 0
    await app.opener.openFiles([file('b.vtt', vtt('two'))])
    expect(namesShown(app)).toBe('a.vtt [b.vtt]')
    expect(app.asked).toEqual([])
  })

  test('are gone with their recording', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.mp3', mp3), file('a.vtt', vtt('one'))])
    await app.opener.openFiles([file('b.vtt', vtt('two'))])
    await app.opener.openFiles([file('c.mp3', mp3), file('c.vtt', vtt('three'))])
    expect(namesShown(app)).toBe('[c.vtt]')
  })

  test('have the chapters that came in a file of their own', async () => {
    const app = openedApp()
    const chapters = 'WEBVTT\n\n00:01.000 --> 00:02.000\n{"title": "Morning"}\n'
    await app.opener.openFiles([file('a.vtt', vtt('one')), file('b.vtt', vtt('two'))])
    await app.opener.openFiles([file('talk.chapters.vtt', chapters)])
    app.transcripts.showNext()
    const { document } = app.store.getState()
    expect(document).toMatchObject({ transcript: { chapters: [{ title: 'Morning' }] } })
  })
})

describe('chapters in a file of their own, without a transcript', () => {
  const chapters = 'WEBVTT\n\n00:01.000 --> 00:02.000\nMorning\n'
  const shown = ({ store }: ReturnType<typeof openedApp>) =>
    shownChapters(store.getState().transcripts).map(({ title }) => title)

  test('are those of the recording that they come with, or that is open', async () => {
    const together = openedApp()
    await together.opener.openFiles([file('a.mp3', mp3), file('a.chapters.vtt', chapters)])
    expect(shown(together)).toEqual(['Morning'])
    expect(together.store.getState().notices.alert).toBeNull()
    await together.opener.openFiles([file('b.mp3', mp3)])
    expect(shown(together)).toEqual([])

    const later = openedApp()
    await later.opener.openFiles([file('a.mp3', mp3)])
    await later.opener.openFiles([file('a.chapters.vtt', chapters)])
    expect(shown(later)).toEqual(['Morning'])
  })

  test('without a recording are of nothing, and not of the one before where their own cannot be played', async () => {
    const alone = openedApp()
    await alone.opener.openFiles([file('a.chapters.vtt', chapters)])
    expect(shown(alone)).toEqual([])
    expect(alone.store.getState().notices.alert?.message).toContain('holds chapters only')

    let answer: ProbeResult = { kind: 'playable', duration: 9 }
    const failing = openedApp({ probe: () => Promise.resolve(answer) })
    await failing.opener.openFiles([file('a.mp3', mp3)])
    answer = { kind: 'unplayable', reason: 'unsupported' }
    await failing.opener.openFiles([file('b.mp3', mp3), file('b.chapters.vtt', chapters)])
    expect(shown(failing)).toEqual([])
  })
})

test('the chapters of one recording do not come with the text of the next', async () => {
  const app = openedApp()
  const chapters = 'WEBVTT\n\n00:01.000 --> 00:02.000\nMorning\n'
  const first = [file('a.mp3', mp3), file('a.vtt', vtt('one')), file('a.chapters.vtt', chapters)]
  await app.opener.openFiles(first)
  const titles = () => {
    const { document } = app.store.getState()
    return document.status === 'open'
      ? document.transcript.chapters.map(({ title }) => title)
      : null
  }
  expect(titles()).toEqual(['Morning'])
  await app.opener.openFiles([file('b.mp3', mp3), file('b.vtt', vtt('two'))])
  expect(app.text()).toBe('two')
  expect(titles()).toEqual([])
})

test('the chapters of the demo do not come with a text of one’s own', async () => {
  const app = openedApp()
  await app.opener.openDemo()
  app.transcripts.showNext()
  await app.opener.openFiles([file('b.vtt', vtt('mine'))])
  const { document } = app.store.getState()
  expect(document).toMatchObject({ name: 'b.vtt', transcript: { chapters: [] } })
})

describe('reading again', () => {
  const latin = new Uint8Array([...vtt('caf'), 0xe9, 0x0a])

  test('in another encoding shows the text as it is then', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.vtt', latin)])
    expect(app.transcripts.decodedStart('windows-1251')).toContain('caf\nй')
    expect(await app.transcripts.readAs({ encoding: 'windows-1251' })).toBeNull()
    expect(app.text()).toBe('caf й')
    expect(shownRecord(app.store.getState().transcripts)?.source.encoding).toBe('windows-1251')
  })

  test('in a wrong format leaves the shown transcript, and says why', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.vtt', vtt('one'))])
    const problem = await app.transcripts.readAs({ format: 'whisper-json' })
    expect(problem?.message).toMatch(/is not the JSON that Whisper writes/)
    expect(app.text()).toBe('one')
    expect(shownRecord(app.store.getState().transcripts)?.source.format).toBe('webvtt')
  })

  test('is tried without a change of what is shown, and keeps the choice of speakers', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.vtt', vtt('the rule: stay'))])
    const order = { labels: 'every' } as const
    const tried = await app.transcripts.tryReading(order, new AbortController().signal)
    expect(tried?.read?.read.speakers).toMatchObject([{ name: 'the rule' }])
    expect(app.text()).toBe('the rule: stay')
    await app.transcripts.readAs(order)
    expect(app.text()).toBe('stay')
    const { source } = shownRecord(app.store.getState().transcripts)!
    expect(source).toMatchObject({ labels: 'every', speakersFrom: 'text' })
  })

  test('with other times moves all of them, and says no more that they begin late', async () => {
    const app = openedApp()
    const late = 'WEBVTT\n\n10:00:01.000 --> 10:00:02.000\none\n'
    await app.opener.openFiles([file('a.vtt', new TextEncoder().encode(late))])
    const codes = () =>
      shownRecord(app.store.getState().transcripts)!.problems.map(({ code }) => code)
    expect(codes()).toContain('times-late')
    expect(await app.transcripts.readAs({ shift: -36_000 })).toBeNull()
    const { read, source } = shownRecord(app.store.getState().transcripts)!
    expect(read.segments[0]).toMatchObject({ start: 1, end: 2 })
    expect(source.shift).toBe(-36_000)
    expect(codes()).not.toContain('times-late')
  })

  test('as plain text is possible for anything', async () => {
    const app = openedApp()
    await app.opener.openFiles([file('a.vtt', vtt('one'))])
    await app.transcripts.readAs({ format: 'plain-text' })
    expect(app.text()).toContain('00:01.000 --> 00:02.000')
  })

  test('begins with how the file begins', async () => {
    const app = openedApp()
    expect(app.transcripts.decodedStart('utf-8')).toBe('')
    await app.opener.openFiles([file('a.vtt', vtt('one'))])
    expect(app.transcripts.decodedStart('utf-8')).toMatch(/^WEBVTT/)
    expect(app.transcripts.decodedStart('no-such-encoding')).toBe('')
  })
})

describe('files that do not belong together', () => {
  test('a recording whose text cannot be read is not shown beside the text of the one before', async () => {
    const { opener, store, text } = openedApp()
    await opener.openFiles([file('a.mp3', 'ID3\u0004\0\0\0\0\0\0'), file('a.vtt', vtt('of a'))])
    await opener.openFiles([file('b.mp3', 'ID3\u0004\0\0\0\0\0\0'), file('b.vtt', '')])
    expect(store.getState().recording).toMatchObject({ name: 'b.mp3' })
    expect(text()).toBeNull()
    expect(store.getState().notices.alert?.message).toMatch(/b\.vtt is empty/)
  })

  test('a transcript that waited for its recording stays when that opens', async () => {
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
    store.getState().linkOffered({ ...link, chapters: null, peaks: null, title: null, time: null })
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

describe('peaks of the sound', () => {
  const bytes = new TextEncoder().encode(peaksJson)

  test('come with the recording, as a file or from an address', async () => {
    const dropped = openedApp()
    await dropped.opener.openFiles([file('a.mp3', mp3), file('a.json', peaksJson)])
    expect(dropped.asked.slice(-2)).toEqual(['analyse file', 'given a.json'])
    expect(dropped.store.getState().notices.alert).toBeNull()

    const linked = openedApp({ fetchBytes: () => Promise.resolve(bytes) })
    await linked.opener.openAddresses({ audio: 'a.mp3', transcript: null, peaks: 'a.json' })
    expect(linked.asked.slice(-2)).toEqual(['analyse address', 'given a.json'])
  })

  test('are not waited for by the recording that they come with', async () => {
    const slow = later<Uint8Array<ArrayBuffer>>()
    const { opener, asked } = openedApp({ fetchBytes: () => slow.promise })
    const opening = opener.openAddresses({ audio: 'a.mp3', transcript: null, peaks: 'a.json' })
    await eventually(() => expect(asked).toContain('analyse address'))
    slow.resolve(bytes)
    await opening
  })

  test('may come later, for the recording that is open', async () => {
    const { opener, asked, text } = openedApp()
    await opener.openFiles([file('a.mp3', mp3), file('a.vtt', vtt('of a'))])
    await opener.openFiles([file('a.json', peaksJson)])
    expect(asked.at(-1)).toBe('take a.json')
    expect(text()).toBe('of a')
  })

  test('without a recording are of nothing', async () => {
    const { opener, store, asked } = openedApp()
    await opener.openFiles([file('a.json', peaksJson)])
    expect(asked).toEqual([])
    expect(store.getState().notices.alert?.message).toMatch(
      /^a\.json holds the peaks of a recording\./,
    )
  })

  test('that came with a recording that cannot be played are not drawn for the one before', async () => {
    let result: ProbeResult = { kind: 'playable', duration: 9 }
    const { opener, asked } = openedApp({ probe: () => Promise.resolve(result) })
    await opener.openFiles([file('a.mp3', mp3)])
    result = { kind: 'unplayable', reason: 'unsupported' }
    await opener.openFiles([file('b.mp3', mp3), file('b.json', peaksJson)])
    expect(asked.filter((each) => /given|take/.test(each))).toEqual([])
  })

  test('that cannot be read are reported with a reason, and the rest opens', async () => {
    const { opener, store, asked, text } = openedApp()
    const broken = peaksJson.slice(0, -9)
    await opener.openFiles([file('a.mp3', mp3), file('a.vtt', vtt('of a')), file('a.json', broken)])
    expect(asked).toContain('analyse file')
    expect(text()).toBe('of a')
    expect(store.getState().notices.alert?.message).toMatch(/^a\.json is no whole JSON/)
  })

  test('are no page that a server answers with instead', async () => {
    const { opener, store } = openedApp({
      fetchBytes: () => Promise.resolve(new TextEncoder().encode('<!doctype html><p>Not found')),
    })
    await opener.openAddresses({ audio: 'a.mp3', transcript: null, peaks: 'a.dat' })
    expect(store.getState().notices.alert?.message).toMatch(/^a\.dat holds no peaks/)
  })

  test('are of one file: the others are named', async () => {
    const { opener, store, asked } = openedApp()
    const files = ['a.json', 'b.json', 'c.json'].map((name) => file(name, peaksJson))
    await opener.openFiles([file('a.mp3', mp3), ...files])
    expect(asked.at(-1)).toBe('given a.json')
    expect(store.getState().notices.alert).toMatchObject({
      severity: 'note',
      message: expect.stringMatching(/b\.json, c\.json is not/) as string,
    })
  })

  test('that turn out to be of another recording while the transcript still loads are reported then', async () => {
    const slow = later<Uint8Array<ArrayBuffer>>()
    const { opener, store } = openedApp({ fetchBytes: () => slow.promise })
    store.getState().alertRaised({ code: 'old', severity: 'error', message: 'Old.' })
    const opening = opener.openAddresses({ audio: 'a.mp3', transcript: 'a.vtt' })
    await eventually(() => expect(store.getState().recording.status).toBe('open'))
    store.getState().alertRaised({ code: 'new', severity: 'error', message: 'Of another sound.' })
    slow.resolve(vtt('text'))
    await opening
    expect(store.getState().notices.alert?.message).toBe('Of another sound.')
  })
})
