// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLinePage } from '#ui/transcript/line-page.ts'
import { followSound } from '#ui/transcript/follow.ts'
import { openTranscript } from '../../support/open-transcript.ts'
import { spoken } from '../../support/transcripts.ts'
import { createViewContext } from '../../support/view-context.ts'

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
window.matchMedia = () => ({ matches: false, addEventListener() {} }) as never
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})

/** Two lines of two words, a second each, in a window 768 pixels high; `heightPx` is that of each line. */
function follow({ heightPx = 60 } = {}) {
  const app = createViewContext()
  const talk = spoken('5 One 6 two. 7 | 10 Three 11 four. 12')
  openTranscript(app.store, talk, { name: 'talk', format: 'webvtt' })
  const { document: open } = app.store.getState()
  if (open.status !== 'open') throw new Error('the transcript is not open')
  document.body.innerHTML =
    '<main>' +
    open.lines.map(({ text }) => `<p class="transcript-line">${text}</p>`).join('') +
    '</main>'
  const looks = vi
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockImplementation(() => new DOMRect(0, 300, 600, heightPx))
  Range.prototype.getBoundingClientRect = looks
  const page = createLinePage(document.querySelector('main')!, open.lines)
  const shown = new AbortController()
  endings.push(shown)
  followSound(app, page, shown.signal)
  const looksWhile = (act: () => void) => {
    looks.mockClear()
    act()
    return looks.mock.calls.length
  }
  return { looksWhile, playTo: (time: number) => app.playhead.getState().playheadMoved(time) }
}

const endings: AbortController[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  endings.splice(0).forEach((shown) => shown.abort())
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('following', () => {
  test('looks where a line is when it begins, and not with each of its words', () => {
    const { looksWhile, playTo } = follow()
    expect(looksWhile(() => playTo(5.5))).toBeGreaterThan(0)
    expect(looksWhile(() => playTo(6.5))).toBe(0)
    expect(looksWhile(() => playTo(10.5))).toBeGreaterThan(0)
    expect(looksWhile(() => playTo(11.5))).toBe(0)
  })

  test.each(['scroll', 'resize'])('looks again after a %s', (event) => {
    const { looksWhile, playTo } = follow()
    playTo(5.5)
    const target = event === 'scroll' ? document : window
    target.dispatchEvent(new Event(event))
    expect(looksWhile(() => playTo(6.5))).toBeGreaterThan(0)
  })

  test('looks with each word of a line taller than the view', () => {
    const { looksWhile, playTo } = follow({ heightPx: 900 })
    playTo(5.5)
    expect(looksWhile(() => playTo(6.5))).toBeGreaterThan(0)
  })
})
