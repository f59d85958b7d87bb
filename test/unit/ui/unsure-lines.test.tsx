// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AppStore } from '#state/store.ts'
import type { Segment } from '#transcript/transcript.ts'
import { TranscriptPane } from '#ui/transcript/TranscriptPane.tsx'
import { setAnchors } from '../../support/alignment-states.ts'
import { segment, transcript } from '../../support/transcripts.ts'
import { show } from './alignment/show.tsx'

// jsdom lacks layout and highlights; journeys in real browsers cover them.
vi.stubGlobal('CSS', {})
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
window.matchMedia = () => ({ matches: false, addEventListener() {} }) as unknown as MediaQueryList
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
afterEach(cleanup)

const text = transcript([
  segment('Good evening.', 1, 2),
  segment('Who is there?', 10, 11, { issues: [{ from: 0, to: 3, reason: 'unclear' }] }),
  segment('Never said.', null, null, { issues: [{ from: 0, to: 11, reason: 'not-heard' }] }),
])
const unclear = 'Timing uncertain: the audio does not match these words well'
const paragraphs = () => screen.getAllByRole('paragraph')

/** Waits for the features that are loaded after the first render. */
async function open() {
  const world = await show(<TranscriptPane />, { text })
  await act(() => import('#ui/transcript/once-drawn.ts'))
  await act(() => new Promise((loaded) => setTimeout(loaded, 20)))
  return world
}

describe('a line whose times are unsure', () => {
  test('has a mark that says why, and one that is sure has none', async () => {
    await open()
    expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
      unclear,
      'Not found in the audio',
    ])
    expect(paragraphs()[0]!.querySelector('[role=img]')).toBeNull()
  })

  test('tells why when its time has the focus', async () => {
    await open()
    const [sure, unsure] = Array.from(document.querySelectorAll('.transcript-time'))
    expect(sure!.getAttribute('aria-describedby')).toBeNull()
    const description = document.getElementById(unsure!.getAttribute('aria-describedby')!)
    expect(description?.getAttribute('aria-label')).toBe(unclear)
  })

  test('still ends with its text, in one piece, and has no sign in it', async () => {
    await open()
    expect(paragraphs().map(({ lastChild }) => lastChild?.nodeValue)).toEqual([
      'Good evening.',
      'Who is there?',
      'Never said.',
    ])
    expect(paragraphs()[2]!.textContent).toBe('Never said.')
  })
})

describe('an anchor', () => {
  const setAnchor = (store: Awaited<ReturnType<typeof open>>['store']) =>
    act(() => setAnchors(store, [{ segment: 1, offset: 0, time: 10 }]))

  test('is a pin at its line, which takes it back', async () => {
    const { store, alignments } = await open()
    setAnchor(store)
    const pin = screen.getByRole('button', { name: 'Anchor set by you: remove it' })
    expect(pin.closest('p')).toBe(paragraphs()[1])
    act(() => pin.click())
    expect(alignments.removeAnchor).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('adds no tab stop to the text', async () => {
    const { store, container } = await open()
    setAnchor(store)
    expect(container.querySelectorAll('.transcript-anchor')).toHaveLength(1)
    expect(container.querySelectorAll('button:not([tabindex="-1"])')).toHaveLength(1)
  })
})

/** As a running alignment reports what it has found so far. */
function timesComeIn(store: AppStore, segments: readonly Segment[]) {
  const { transcripts, transcriptChanged } = store.getState()
  transcriptChanged(transcripts.shownId!, { interim: transcript(segments) })
}

describe('while times come in', () => {
  test('lines that stay as they were are not drawn again', async () => {
    const { store } = await open()
    const before = paragraphs()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => void changes.push(...records))
    observer.observe(before[0]!, { childList: true, subtree: true, characterData: true })
    const segments = text.segments.map((each, at) =>
      at === 2 ? segment('Never said.', 20, 21) : each,
    )
    act(() => timesComeIn(store, segments))
    changes.push(...observer.takeRecords())
    expect(changes).toEqual([])
    expect(paragraphs()[2]!.textContent).toBe('0:20Never said.')
    expect(paragraphs().slice(0, 2)).toEqual(before.slice(0, 2))
  })

  test('the time that has the focus keeps it, and stays the tab stop', async () => {
    const { store } = await open()
    const time = document.querySelectorAll<HTMLButtonElement>('.transcript-time')[1]!
    act(() => time.focus())
    act(() => timesComeIn(store, [...text.segments, segment('More.', 30, 31)]))
    expect(document.activeElement).toBe(time)
    expect(Array.from(document.querySelectorAll('.transcript-time[tabindex="0"]'))).toEqual([time])
  })
})
