// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { TimingTools } from '#ui/alignment/TimingTools.tsx'
import {
  giveTimesAnew,
  setAnchors,
  takeTimesAway,
  taskFor,
} from '../../../support/alignment-states.ts'
import { segment, spoken, transcript } from '../../../support/transcripts.ts'
import { show } from './show.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
afterEach(cleanup)

const bySegments = transcript([segment('Good evening.', 1, 2), segment('Goodbye.', 10, 11)], {
  language: 'en',
})
const byWords = spoken('0 Good 0.4 evening 0.9')
const untimed = transcript([segment('Good evening.', null, null)])

const button = () => screen.getByRole('button', { name: 'Timing' })
const open = () => userEvent.setup().click(button())
const offered = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

describe('the tools for times', () => {
  test.each([
    ['segment times', bySegments, ['Check the timing', 'Find word times', 'Set line start here']],
    ['word times', byWords, ['Check the timing', 'Set line start here']],
    ['no times', untimed, ['Find the words in the sound', 'Set line start here']],
  ])('offer for a text with %s what it can need', async (_, text, tools) => {
    await show(<TimingTools />, { text })
    expect(offered()).toEqual([''])
    await open()
    expect(offered()).toEqual(['', ...tools])
  })

  test('are not there without sound', async () => {
    const { container } = await show(<TimingTools />, { text: bySegments, duration: null })
    expect(container.textContent).toBe('')
    expect(container.querySelector('button')).toBeNull()
  })

  test('close with Escape and give the focus back', async () => {
    await show(<TimingTools />, { text: bySegments })
    await open()
    screen.getByRole('button', { name: 'Find word times' }).focus()
    await userEvent.setup().keyboard('{Escape}')
    expect(button().getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(button())
  })

  test('close when the focus goes on behind them', async () => {
    await show(
      <>
        <TimingTools />
        <button type="button">Save</button>
      </>,
      { text: bySegments },
    )
    await open()
    const user = userEvent.setup()
    for (let stops = 0; stops < 5; stops++) await user.tab()
    expect(document.activeElement?.textContent).toBe('Save')
    expect(button().getAttribute('aria-expanded')).toBe('false')
  })

  test('make room when work begins', async () => {
    const { store, alignments } = await show(<TimingTools />, { text: bySegments })
    await open()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Find word times' }))
    expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('word-times')
    act(() =>
      store
        .getState()
        .alignmentReported({ status: 'loading', task: taskFor('word-times'), progress: 0 }),
    )
    expect(button().getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(button())
  })

  test('give the focus back when what had it is gone: a tool, an anchor', async () => {
    const { store } = await show(<TimingTools />, { text: bySegments })
    const anchors = [{ segment: 1, offset: 0, time: 10.5 }]
    act(() => {
      giveTimesAnew(store)
      setAnchors(store, anchors)
    })
    await open()
    for (const name of ['Restore times of the file', 'Remove line start at 0:10']) {
      act(() => {
        giveTimesAnew(store)
        setAnchors(store, anchors)
      })
      await userEvent.setup().click(screen.getByRole('button', { name }))
      await act(async () => takeTimesAway(store))
      expect(document.activeElement, name).toBe(button())
      expect(button().getAttribute('aria-expanded')).toBe('true')
    }
  })

  test('list the anchors that were set, each with a way to take it back', async () => {
    const { store, alignments } = await show(<TimingTools />, { text: bySegments })
    act(() => setAnchors(store, [{ segment: 1, offset: 0, time: 10.5 }]))
    await open()
    expect(screen.getByRole('region', { name: 'Anchors set by you' }).textContent).toContain(
      '0:10Goodbye.',
    )
    await userEvent.setup().click(screen.getByRole('button', { name: 'Remove line start at 0:10' }))
    expect(alignments.removeAnchor).toHaveBeenCalledExactlyOnceWith(1)
  })
})
