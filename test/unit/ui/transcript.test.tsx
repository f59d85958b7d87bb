// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commands } from '#commands/commands.ts'
import { createKeymap } from '#commands/keymap.ts'
import { listenToKeys } from '#commands/keyboard.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import { Notices } from '#ui/notices/Notices.tsx'
import { TranscriptPane } from '#ui/transcript/TranscriptPane.tsx'
import { HelpDialog } from '#ui/help/HelpDialog.tsx'
import { eventually } from '../../support/eventually.ts'
import { segment, speaker, transcript } from '../../support/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'
import { createViewContext } from '../../support/view-context.ts'

// jsdom lacks layout and highlights; journeys in real browsers cover them.
vi.stubGlobal('CSS', {})
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }))
window.matchMedia = globalThis.matchMedia
HTMLDialogElement.prototype.showModal = function () {
  this.open = true
}
HTMLDialogElement.prototype.close = function () {
  this.open = false
}
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})

const talk = transcript(
  [
    segment('Good evening.', 1, 2, { speaker: speaker('n') }),
    segment('And mine to you.', 3, 5, { speaker: speaker('j') }),
    segment('[bell]', 6, 7, { kind: 'sound' }),
  ],
  {
    speakers: [
      { id: speaker('n'), name: 'Nadia' },
      { id: speaker('j'), name: 'Jonas' },
    ],
    chapters: [{ start: 3, title: 'An answer' }],
    language: 'en',
  },
)

function show(view: React.ReactNode) {
  const app = createViewContext()
  const { store, playhead } = app
  openTranscript(store, talk, { name: 'talk', format: 'webvtt' })
  const shown = render(
    <StrictMode>
      <AppContext value={app}>{view}</AppContext>
    </StrictMode>,
  )
  return { app, store, playhead, ...shown }
}

afterEach(cleanup)

describe('a long transcript', () => {
  const long = transcript(
    Array.from({ length: 400 }, (_, at) => segment(`Line ${at}.`, at * 10, at * 10 + 1)),
  )

  test('has its first lines at once and all of them soon, and says that it is busy until then', async () => {
    const app = createViewContext()
    openTranscript(app.store, long, { name: 'long', format: 'webvtt' })
    const paragraphs = () => document.querySelectorAll('.transcript-line').length
    const busy = () => document.querySelector('.transcript-lines')!.getAttribute('aria-busy')
    const seen: { count: number; busy: string | null }[] = []
    const observer = new MutationObserver(() => {
      if (paragraphs() > 0) seen.push({ count: paragraphs(), busy: busy() })
    })
    observer.observe(document.body, { childList: true, subtree: true, attributes: true })
    // Not in `act`, which would draw everything before it returns.
    const host = document.body.appendChild(document.createElement('div'))
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
    const root = createRoot(host)
    root.render(
      <AppContext value={app}>
        <TranscriptPane />
      </AppContext>,
    )
    await eventually(() => expect(busy()).toBe('false'))
    observer.disconnect()
    expect(seen[0]).toEqual({ count: 100, busy: 'true' })
    expect(paragraphs()).toBe(400)
    expect(document.querySelectorAll('.transcript-block')).toHaveLength(8)
    root.unmount()
    host.remove()
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  })
})

describe('the transcript', () => {
  test('is paragraphs with a time, the speaker where it changes, and the text', () => {
    show(<TranscriptPane />)
    expect(screen.getAllByRole('paragraph').map(({ textContent }) => textContent)).toEqual([
      '0:01NadiaGood evening.',
      '0:03JonasAnd mine to you.',
      '0:06[bell]',
    ])
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('An answer')
  })

  test('marks one current line as the sound moves, and lets it rest in a pause', () => {
    const { playhead, container } = show(<TranscriptPane />)
    const current = () =>
      Array.from(container.querySelectorAll('[aria-current]'), ({ textContent }) => textContent)
    expect(current()).toEqual([])
    act(() => playhead.getState().playheadMoved(3.5))
    expect(current()).toEqual(['0:03'])
    expect(container.querySelector('[data-now=spoken]')).not.toBeNull()
    act(() => playhead.getState().playheadMoved(5.5))
    expect(current()).toEqual(['0:03'])
    expect(container.querySelector('[data-now=resting]')).not.toBeNull()
  })

  test('renders nothing again while the sound plays', () => {
    const { playhead, container } = show(<TranscriptPane />)
    const before = screen.getAllByRole('paragraph')
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changes.push(...records))
    observer.observe(container, { childList: true, subtree: true, characterData: true })
    act(() => {
      for (let time = 0; time < 8; time += 0.1) playhead.getState().playheadMoved(time)
    })
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
    expect(screen.getAllByRole('paragraph')).toEqual(before)
  })

  test('is one tab stop that the arrows move', async () => {
    const { app } = show(<TranscriptPane />)
    const lifetime = new AbortController()
    listenToKeys(app, { keymap: createKeymap(commands), page: document, signal: lifetime.signal })
    HTMLElement.prototype.scrollIntoView = () => {}
    const user = userEvent.setup()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('0:01')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('0:03')
    await user.tab()
    expect(document.activeElement).toBe(document.body)
    expect(document.querySelectorAll('.transcript-time[tabindex="0"]')).toHaveLength(1)
    lifetime.abort()
  })

  test('gives way to another while a word of it is marked, and the new one is in step', () => {
    const { playhead, store, container } = show(<TranscriptPane />)
    act(() => playhead.getState().playheadMoved(3.5))
    const longer = transcript(
      Array.from({ length: 9 }, (_, at) =>
        segment('one two', at / 2, at / 2 + 0.5, {
          speaker: speaker(at % 2 === 0 ? 'n' : 'j'),
          words: [
            { from: 0, to: 3, start: at / 2, end: at / 2 + 0.2 },
            { from: 4, to: 7, start: at / 2 + 0.2, end: at / 2 + 0.5 },
          ],
        }),
      ),
    )
    act(() => openTranscript(store, longer, { name: 'longer', format: 'webvtt' }))
    expect(screen.getAllByRole('paragraph')).toHaveLength(9)
    const spokenLine = container.querySelector<HTMLElement>('[data-now=spoken]')
    expect(spokenLine?.dataset['line']).toBe('7')
    expect(container.querySelectorAll('[aria-current]')).toHaveLength(1)
  })

  test('has one tab stop after any regrouping, wherever it was before', () => {
    const { store, app, container } = show(<TranscriptPane />)
    HTMLElement.prototype.scrollIntoView = () => {}
    act(() => app.uiRequests.send('focus-line', { line: 2 }))
    act(() => store.getState().groupingChanged('segments'))
    expect(container.querySelectorAll('.transcript-time[tabindex="0"]')).toHaveLength(1)
    act(() => store.getState().groupingChanged('paragraphs'))
    expect(container.querySelectorAll('.transcript-time[tabindex="0"]')).toHaveLength(1)
  })

  test('that is taken away listens to nothing more', () => {
    const added = vi.spyOn(document, 'addEventListener')
    const { playhead, unmount } = show(<TranscriptPane />)
    unmount()
    const signals = added.mock.calls.flatMap(([, , options]) =>
      typeof options === 'object' && options.signal ? [options.signal] : [],
    )
    expect(signals.length).toBeGreaterThan(4)
    expect(signals.every(({ aborted }) => aborted)).toBe(true)
    expect(() => playhead.getState().playheadMoved(4)).not.toThrow()
    added.mockRestore()
  })
})

test('the help names every command and every key', () => {
  show(<HelpDialog />)
  const help = within(screen.getByRole('dialog', { hidden: true }))
  const unnamed = commands.filter(
    ({ id, help: sentence }) =>
      !id.startsWith('to-tenth-') && help.queryAllByText(sentence).length === 0,
  )
  expect(unnamed).toEqual([])
})

test('the status says the last of many results, and says the same words twice', () => {
  vi.useFakeTimers()
  const { store } = show(<Notices />)
  const status = () => screen.getByRole('status').textContent
  act(() => store.getState().statusAnnounced('Speed 1.1'))
  expect(status()).toBe('Speed 1.1')
  act(() => {
    store.getState().statusAnnounced('Speed 1.25')
    store.getState().statusAnnounced('Speed 1.5')
  })
  expect(status()).toBe('')
  act(() => void vi.advanceTimersByTime(1000))
  expect(status()).toBe('Speed 1.5')
  act(() => void vi.advanceTimersByTime(5000))
  expect(status()).toBe('')
  act(() => store.getState().statusAnnounced('Speed 1.5'))
  expect(status()).toBe('Speed 1.5')
  vi.useRealTimers()
})
