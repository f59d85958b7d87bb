// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { prepareReader, readTranscript } from '#formats/read-transcript.ts'
import type { ReadOptions } from '#formats/read-transcript.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import { packWords } from '#workers/packed-words.ts'
import { App } from '../../../src/app/App.tsx'
import { createApp } from '../../../src/app/create-app.ts'
import type { RunningApp } from '../../../src/app/create-app.ts'
import { openPageAddress } from '../../../src/app/open-page-address.ts'
import { eventually } from '../../support/eventually.ts'
import { fakeMedia } from '../../support/fake-media.ts'
import { createFakeWorker } from '../workers/fake-worker.ts'

const page = 'http://localhost:3000/'
const talk = `WEBVTT

00:01.000 --> 00:04.000
<v Ada>Good evening.

00:10.000 --> 00:14.000
<v Grace>And a question.
`

/** The files of the servers: text by address; every other address is a 404. */
let served: Record<string, string>
let requested: string[]
let app: RunningApp

/** Reads transcripts as the worker does, in the thread of the test; other workers never answer. */
const readerWorker = {
  prepareReader,
  async readTranscript(bytes: Uint8Array, hint: ReadOptions) {
    const reading = await readTranscript(bytes, hint)
    return { ...reading, transcript: reading.transcript && packWords(reading.transcript) }
  },
}

beforeEach(() => {
  localStorage.clear()
  // The waveform needs a canvas, which jsdom lacks.
  store('preferences', { showWaveform: false })
  served = {
    [`${page}talk.vtt`]: talk,
    [`${page}demo/demo.vtt`]: talk,
    [`${page}demo/chapters.vtt`]: 'WEBVTT\n\n00:00.000 --> 00:09.000\nThe greeting\n',
    'https://other.example/talk.vtt': talk,
  }
  requested = []
  fakeMedia({ isPlayable: (address) => address.endsWith('.mp3') })
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
  window.matchMedia = () => ({ matches: false, addEventListener() {} }) as never
  vi.stubGlobal('CSS', {})
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('fetch', async (address: string) => {
    requested.push(address)
    const text = served[address]
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text)
  })
  vi.stubGlobal('Worker', function (url: URL) {
    const isReader = url.pathname.includes('transcript.worker')
    return createFakeWorker(isReader ? readerWorker : null).worker
  })
})

afterEach(() => {
  cleanup()
  app.dispose()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const store = (name: string, value: unknown) =>
  localStorage.setItem(`earshot.${name}`, JSON.stringify(value))

/** Starts the app as `main.tsx` does at this address, and waits until it has opened everything. */
async function startAt(search: string, hash = '') {
  const element = document.createElement('video')
  document.body.append(element)
  app = createApp(element)
  render(
    <AppContext value={app}>
      <App stored={app.stored} />
    </AppContext>,
  )
  await act(() => openPageAddress(app, { location: { search, hash }, base: page }))
  await eventually(() => expect(app.store.getState().opening.status).toBe('idle'))
  return { element, user: userEvent.setup() }
}

const isLoaded = () =>
  eventually(() => expect(app.store.getState().recording).toMatchObject({ duration: 100 }))
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const lines = () =>
  Array.from(document.querySelectorAll('.transcript-line'), (line) => line.lastChild!.textContent)
const alert = () => screen.getAllByRole('alert')[0]!.textContent

describe('the page opens', () => {
  test('the demo, if its address names nothing', async () => {
    await startAt('')
    expect(title()).toBe('The City They Filmed')
    expect(lines()).toEqual(['Good evening.', 'And a question.'])
    expect(screen.getByRole('navigation', { name: 'Chapters' }).textContent).toMatch(/The greeting/)
    expect(alert()).toBe('')
  })

  test('a transcript without a recording', async () => {
    await startAt('?transcript=talk.vtt')
    expect(lines()).toEqual(['Good evening.', 'And a question.'])
    expect(document.title).toBe('talk.vtt – Earshot')
    expect(screen.getByText(/There is no recording yet/)).not.toBeNull()
    expect(requested).toEqual([`${page}talk.vtt`])
  })

  test('a recording with its transcript, its title and its time', async () => {
    const { element } = await startAt('?audio=talk.mp3&transcript=talk.vtt&title=A+talk', '#t=12')
    expect(title()).toBe('A talk')
    expect(lines()).toHaveLength(2)
    await eventually(() => expect(element.currentTime).toBeCloseTo(12))
    expect(app.playhead.getState().spoken.lines).toEqual([1])
    await isLoaded()
  })

  test('nothing of another server, before the listener has agreed', async () => {
    const { user } = await startAt('?transcript=https://other.example/talk.vtt')
    expect(await screen.findByRole('heading', { level: 2 })).toMatchObject({
      textContent: 'This link opens a recording from other.example',
    })
    expect(requested).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    await eventually(() => expect(lines()).toHaveLength(2))
    expect(requested).toEqual(['https://other.example/talk.vtt'])
  })

  test('nothing of another server, if the listener does not agree', async () => {
    const { user } = await startAt('?transcript=https://other.example/talk.vtt')
    await user.click(await screen.findByRole('button', { name: 'Do not open it' }))
    expect(screen.getByText('Everything stays on this machine.')).not.toBeNull()
    expect(requested).toEqual([])
  })
})

describe('an alert says what could not be opened at the start', () => {
  test.each([
    ['?transcript=gone.vtt', /gone\.vtt[\s\S]*nothing at this address \(404\)/],
    ['?transcript=javascript:alert(1)', /begins with javascript: where https: is needed/],
    ['?audio=talk.txt', /talk\.txt/],
  ])('%s', async (search, sentence) => {
    await startAt(search)
    expect(alert()).toMatch(sentence)
    expect(screen.getByText('Everything stays on this machine.')).not.toBeNull()
  })

  test('and the rest is opened all the same', async () => {
    await startAt('?audio=talk.mp3&transcript=gone.vtt')
    expect(alert()).toMatch(/gone\.vtt/)
    expect(title()).toBe('talk.mp3')
  })
})

describe('the page remembers', () => {
  test('the place in the recording, its speed and its volume', async () => {
    store('places', [[`${page}talk.mp3`, { time: 42, rate: 1.5, volume: 0.25 }]])
    const { element } = await startAt('?audio=talk.mp3')
    await eventually(() => expect(element.currentTime).toBeCloseTo(42))
    expect(element.playbackRate).toBe(1.5)
    expect(element.volume).toBe(0.25)
  })

  test('and a time in the link comes before the place', async () => {
    store('places', [[`${page}talk.mp3`, { time: 42, rate: 1.5, volume: 1 }]])
    const { element } = await startAt('?audio=talk.mp3', '#t=7')
    await eventually(() => expect(element.currentTime).toBeCloseTo(7))
    expect(element.playbackRate).toBe(1.5)
  })

  test.each([
    ['where the listener leaves it', 30, { time: 30, rate: 1 }],
    ['that a recording was played to its end: it starts again', 98, { time: 0 }],
  ])('%s', async (_, time, expected) => {
    const { element } = await startAt('?audio=talk.mp3')
    await isLoaded()
    element.currentTime = time
    window.dispatchEvent(new Event('pagehide'))
    const written = localStorage.getItem('earshot.positions')!
    expect(JSON.parse(written)).toMatchObject([[expect.anything(), expected]])
    expect(written).not.toContain('talk')
  })

  test('preferences, and shows the page accordingly', async () => {
    store('preferences', { showWaveform: false, theme: 'dark', textSize: 1.5 })
    await startAt('?transcript=talk.vtt')
    const root = document.documentElement
    expect(root.dataset['theme']).toBe('dark')
    expect(root.style.getPropertyValue('--text-size')).toBe('1.5')
    act(() => app.store.getState().preferencesChanged({ theme: 'system' }))
    expect(root.dataset['theme']).toBeUndefined()
    expect(JSON.parse(localStorage.getItem('earshot.preferences')!)).toMatchObject({
      theme: 'system',
      textSize: 1.5,
    })
  })
})

test('keys run commands: the question mark opens the help, which is loaded then', async () => {
  const { user } = await startAt('?transcript=talk.vtt')
  await act(() => user.keyboard('?'))
  const dialog = await screen.findByRole('dialog', {}, { timeout: 20_000 })
  expect(within(dialog).getByRole('heading', { level: 2 }).textContent).toMatch(/keys/i)
})
