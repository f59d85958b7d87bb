// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import type { Alignments } from '#session/alignment/alignments.ts'
import { handlesFor } from '#ui/waveform/handles.ts'
import { showHandles } from '#ui/waveform/show-handles.ts'
import { segment, transcript } from '../../support/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'
import { createViewContext } from '../../support/view-context.ts'

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)

describe('the handles of line starts', () => {
  const look = { view: { start: 100, end: 110 }, width: 500, duration: 600 }

  test('stand where lines begin, and can be moved as far as the lines beside them', () => {
    expect(handlesFor([90, 102, null, 106, 120], look)).toEqual([
      { line: 1, x: 100, from: 90.05, to: 105.95 },
      { line: 3, x: 300, from: 102.05, to: 119.95 },
    ])
  })

  test('of the first and the last line reach to the ends of the recording', () => {
    expect(handlesFor([105], look)).toEqual([{ line: 0, x: 250, from: 0, to: 599.95 }])
  })

  test('are not there if lines begin too close to each other', () => {
    expect(handlesFor([101, 101.3, 106], look)).toEqual([])
  })
})

describe('a handle', () => {
  /** jsdom has no layout, no animation frames and no pointer capture. */
  async function zoomed() {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(500)
    HTMLElement.prototype.setPointerCapture = () => {}
    const setLineStart = vi.fn()
    const app = createViewContext({ alignments: { setLineStart } as unknown as Alignments })
    const { store } = app
    const state = store.getState()
    state.recordingOpened({
      name: 'talk',
      key: 'talk',
      address: 'blob:talk',
      sharedAddress: null,
      duration: 600,
      seekable: true,
    })
    const id = openTranscript(
      store,
      transcript([segment('One.', 102, 103), segment('Two.', 106, 107)]),
      {
        name: 'talk.vtt',
        format: 'webvtt',
      },
    )
    const giveTimes = () => state.transcriptChanged(id, { timed: retimed })
    const box = document.createElement('div')
    const shown = new AbortController()
    showHandles(app, { box, signal: shown.signal })
    const handles = () => Array.from(box.querySelectorAll<HTMLElement>('.waveform-handle'))
    const before = handles().length
    state.viewChanged({ view: { start: 100, end: 110 } })
    await nextDraw()
    const places = () => handles().map(({ style }) => style.left)
    return {
      state,
      giveTimes,
      box,
      handles,
      places,
      before,
      setLineStart,
      end: () => shown.abort(),
    }
  }
  const nextDraw = () => new Promise((drawn) => requestAnimationFrame(drawn))
  const retimed = transcript([segment('One.', 101, 103), segment('Two.', 106, 107)])
  const point = (name: 'down' | 'move' | 'up' | 'cancel', target: HTMLElement, clientX: number) =>
    target.dispatchEvent(new MouseEvent(`pointer${name}`, { bubbles: true, button: 0, clientX }))

  test('is there only while the waveform is zoomed, and goes with it', async () => {
    const { before, handles, end, box } = await zoomed()
    expect(before).toBe(0)
    expect(handles()).toHaveLength(2)
    end()
    expect(box.children).toHaveLength(0)
  })

  test('that is dragged says when its line starts, and nothing is sought', async () => {
    const { box, handles, setLineStart } = await zoomed()
    const pressed = vi.fn()
    box.addEventListener('pointerdown', pressed)
    const [handle] = handles()
    point('down', handle!, 100)
    point('move', handle!, 150)
    expect(handle!.dataset['time']).toBe('1:43.0')
    point('up', handle!, 150)
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(0, 103)
    expect(pressed).not.toHaveBeenCalled()
  })

  test('is not dragged past the line behind it', async () => {
    const { handles, setLineStart } = await zoomed()
    point('down', handles()[0]!, 100)
    point('move', handles()[0]!, 480)
    point('up', handles()[0]!, 480)
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(0, 105.95)
  })

  test('that is pressed and not moved changes nothing', async () => {
    const { handles, setLineStart } = await zoomed()
    point('down', handles()[0]!, 100)
    point('up', handles()[0]!, 100)
    expect(setLineStart).not.toHaveBeenCalled()
  })

  test('goes on in the view it was taken hold of in when the page turns during the drag', async () => {
    const { state, handles, setLineStart } = await zoomed()
    const handle = handles()[0]!
    point('down', handle, 100)
    point('move', handle, 150)
    state.viewChanged({ view: { start: 109.5, end: 119.5 } })
    await nextDraw()
    point('move', handle, 175)
    expect(handle.dataset['time']).toBe('1:43.5')
    expect(handle.style.left).toBe('175px')
    point('move', handle, 125)
    point('up', handle, 125)
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(0, 102.5)
  })

  test('that is pressed stays in hand when times come in before it is moved', async () => {
    const { giveTimes, handles, setLineStart } = await zoomed()
    const handle = handles()[0]!
    point('down', handle, 100)
    giveTimes()
    await nextDraw()
    expect(handles()[0]).toBe(handle)
    point('move', handle, 150)
    point('up', handle, 150)
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(0, 103)
  })

  test('that the browser takes away stands where its line now begins', async () => {
    const { giveTimes, handles, places } = await zoomed()
    point('down', handles()[0]!, 100)
    point('move', handles()[0]!, 150)
    giveTimes()
    await nextDraw()
    point('cancel', handles()[0]!, 150)
    await nextDraw()
    expect(places()).toEqual(['50px', '300px'])
  })

  test('that is let go of after the view has moved stands in the new view', async () => {
    const { state, handles, places } = await zoomed()
    point('down', handles()[0]!, 100)
    point('move', handles()[0]!, 150)
    state.viewChanged({ view: { start: 101, end: 111 } })
    await nextDraw()
    point('up', handles()[0]!, 150)
    await nextDraw()
    expect(places()).toEqual(['50px', '250px'])
  })

  test('that is let go of stays there while nothing else has changed', async () => {
    const { handles, places } = await zoomed()
    point('down', handles()[0]!, 100)
    point('move', handles()[0]!, 150)
    point('up', handles()[0]!, 150)
    await nextDraw()
    expect(places()).toEqual(['150px', '300px'])
  })
})
