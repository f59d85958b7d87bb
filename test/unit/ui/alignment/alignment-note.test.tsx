// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Alignment } from '#state/alignment.ts'
import type { AppStore } from '#state/store.ts'
import { noTiming } from '#state/transcripts.ts'
import { AlignmentNote } from '#ui/alignment/AlignmentNote.tsx'
import { giveTimesAnew, partTask, taskFor } from '../../../support/alignment-states.ts'
import { segment, transcript } from '../../../support/transcripts.ts'
import { show } from './show.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const timing = noTiming({ keepsRead: false })
const untimed = transcript([segment('Good evening.', null, null)], { language: 'en' })
const graded = transcript(
  [
    segment('Good evening.', 1, 2),
    segment('Who is there?', 10, 11, { issues: [{ from: 0, to: 3, reason: 'unclear' }] }),
    segment('Never said.', null, null, { issues: [{ from: 0, to: 11, reason: 'not-heard' }] }),
  ],
  { language: 'en' },
)
const press = (name: RegExp | string) =>
  userEvent.setup().click(screen.getByRole('button', { name }))
/** Collects everything that the status region announces from now on. */
function listen(store: AppStore): string[] {
  const said: string[] = []
  store.subscribe(
    ({ notices }) => notices.statusCount,
    () => said.push(store.getState().notices.status),
  )
  return said
}
const report = (store: AppStore, alignment: Alignment) =>
  act(() => store.getState().alignmentReported(alignment))
const running = (heardUntil: number, task = taskFor()): Alignment => ({
  status: 'running',
  task,
  heardUntil,
  duration: 3480,
  secondsLeft: 190,
})

describe('while words are being found', () => {
  test('one line shows progress and time left, and can be stopped', async () => {
    const { store, container, alignments } = await show(<AlignmentNote />, { text: untimed })
    report(store, running(750))
    expect(container.textContent).toContain(
      'Finding the words in the sound: 12:30 of 58:00, about 4 minutes left',
    )
    const bar = screen.getByRole('progressbar', { name: 'Finding the words in the sound' })
    expect(bar.getAttribute('aria-valuetext')).toBe(
      '12 minutes 30 seconds of 58 minutes, about 4 minutes left',
    )
    expect(bar).toHaveProperty('position', 750 / 3480)
    await press('Stop')
    expect(alignments.stop).toHaveBeenCalledOnce()
  })

  test('a model that comes over the network has its percentage', async () => {
    const { store, container } = await show(<AlignmentNote />, { text: untimed })
    report(store, { status: 'loading', task: taskFor(), progress: 0.405 })
    expect(container.textContent).toContain('Loading the speech model: 40 %')
  })

  test('screen readers get the beginning, the quarters and the end, and nothing else', async () => {
    const { store } = await show(<AlignmentNote />, { text: untimed })
    const said = listen(store)
    for (let part = 0; part <= 100; part++) report(store, running(34.8 * part))
    report(store, {
      status: 'done',
      task: taskFor(),
      result: { kind: 'timed', method: 'heard', sure: 2, unsure: 0, notHeard: 0 },
    })
    expect(said).toEqual([
      'Finding the words in the sound',
      'A quarter of the recording is done',
      'Half of the recording is done',
      'Three quarters of the recording is done',
      'All 2 words were found.',
    ])
  })

  test('of a part between anchors no quarters are announced: they are not those of the recording', async () => {
    const { store } = await show(<AlignmentNote />, { text: untimed })
    const said = listen(store)
    for (let part = 0; part < 100; part++) report(store, running(34.8 * part, partTask))
    expect(said).toEqual(['Finding the words around the anchor'])
  })

  test('a model is said to be loaded where it has to be waited for, and once', async () => {
    const { store } = await show(<AlignmentNote />, { text: untimed })
    vi.useFakeTimers()
    const said = listen(store)
    const load = (...shares: number[]) =>
      shares.forEach((progress) => report(store, { status: 'loading', task: taskFor(), progress }))
    // From the cache.
    load(0, 0.3, 0.9, 1)
    vi.advanceTimersByTime(2000)
    report(store, running(1))
    expect(said).toEqual(['Finding the words in the sound'])
    // Downloaded.
    load(0, 0.1)
    vi.advanceTimersByTime(900)
    load(0.2)
    vi.advanceTimersByTime(900)
    load(0.3, 1)
    expect(said.slice(1)).toEqual(['Loading the speech model'])
  })

  test('no percentage stands in a live region', async () => {
    const { store, container } = await show(<AlignmentNote />, { text: untimed })
    report(store, running(750))
    expect(container.querySelector('[role=status], [role=alert], [aria-live]')).toBeNull()
  })
})

test('an interrupted alignment shows its position, and continues', async () => {
  const { store, container, alignments } = await show(<AlignmentNote />, { text: untimed })
  report(store, { status: 'paused', task: taskFor(), heardUntil: 750, duration: 3480 })
  expect(container.textContent).toContain('Timed up to 12:30 of 58:00.')
  await press('Resume')
  expect(alignments.resume).toHaveBeenCalledOnce()
})

test('a failure is a sentence that can be dismissed, and the offer comes back', async () => {
  const { store, container } = await show(<AlignmentNote />, { text: untimed })
  const message = 'These may not belong together: hardly any of the text was heard.'
  report(store, {
    status: 'failed',
    task: taskFor(),
    problem: { code: 'not-together', severity: 'error', message },
  })
  expect(container.textContent).toContain(message)
  await press('Dismiss')
  expect(screen.getByRole('button', { name: 'Find the words in the sound' })).not.toBeNull()
})

describe('when words have been found', () => {
  const done: Alignment = {
    status: 'done',
    task: taskFor(),
    result: { kind: 'timed', method: 'heard', sure: 1200, unsure: 4, notHeard: 6 },
  }

  test('the numbers of words and of unsure lines are shown', async () => {
    const { store, container } = await show(<AlignmentNote />, { text: graded })
    report(store, done)
    expect(container.textContent).toContain(
      '1,204 of 1,210 words found; 1 line unsure, 1 line not heard.',
    )
  })

  test('a button leads to the first unsure line', async () => {
    const { store, app } = await show(<AlignmentNote />, { text: graded })
    const lifetime = new AbortController()
    const shown = vi.fn()
    app.uiRequests.on('show-line', shown, lifetime.signal)
    report(store, done)
    await press('Next unsure')
    await vi.dynamicImportSettled()
    expect(shown).toHaveBeenCalledWith({ line: 1, isMarked: true })
    lifetime.abort()
  })

  test('it can be undone where the text has times that its file does not have', async () => {
    const { store, alignments } = await show(<AlignmentNote />, { text: graded })
    report(store, done)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    act(() => giveTimesAnew(store))
    await press('Undo')
    expect(alignments.undoTiming).toHaveBeenCalledOnce()
  })
})

describe('when words have been looked for around an anchor', () => {
  const part = (notHeard: number): Alignment => ({
    status: 'done',
    task: partTask,
    result: { kind: 'timed', method: 'heard', sure: 30, unsure: 10, notHeard },
  })

  test('there is no Undo, which would take all times of the text with it', async () => {
    const { store } = await show(<AlignmentNote />, { text: graded })
    act(() => giveTimesAnew(store))
    report(store, part(0))
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Next unsure' })).not.toBeNull()
  })

  test.each([
    [0, 'Around the anchor, all 40 words were found.'],
    [1, 'Around the anchor, 1 of 41 words was not found.'],
    [3, 'Around the anchor, 3 of 43 words were not found.'],
  ])(
    'with %i of them not heard only that is said, and nothing of other lines',
    async (n, words) => {
      const { store, container } = await show(<AlignmentNote />, { text: graded })
      const said = listen(store)
      report(store, part(n))
      expect(container.querySelector('p')?.textContent).toBe(words)
      expect(said).toEqual([words])
    },
  )
})

describe('when times have been compared with the sound', () => {
  const compared: Alignment = {
    status: 'done',
    task: taskFor('check'),
    result: {
      kind: 'compared',
      compared: 400,
      notHeard: 0,
      timing,
      off: [
        { line: 0, by: 0.8 },
        { line: 1, by: -4.2 },
      ],
    },
  }

  test('the lines that are off are listed, with how far and which way', async () => {
    const { store, container } = await show(<AlignmentNote />, { text: graded })
    report(store, compared)
    expect(container.textContent).toContain(
      '2 of 400 lines begin more than half a second away from where they are heard; the farthest is 4.2 s late, at 0:10.',
    )
    const rows = within(screen.getByRole('list', { hidden: true })).getAllByRole('button', {
      hidden: true,
    })
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      '0:01 0.8 s early Good evening.',
      '0:10 4.2 s late Who is there?',
    ])
  })

  test('the new times are used, or left', async () => {
    const { store, alignments, container } = await show(<AlignmentNote />, { text: graded })
    report(store, compared)
    await press('Use the new times')
    expect(alignments.acceptTiming).toHaveBeenCalledOnce()
    await press('Leave as they are')
    expect(store.getState().alignment).toEqual({ status: 'idle' })
    expect(container.textContent).toBe('')
  })

  test('nothing is offered where nothing is off', async () => {
    const { store, container } = await show(<AlignmentNote />, { text: graded })
    report(store, {
      ...compared,
      result: { kind: 'compared', compared: 400, notHeard: 0, off: [], timing },
    })
    expect(container.textContent).toContain('The timing is right')
    expect(screen.queryByRole('button', { name: 'Use the new times' })).toBeNull()
  })
})
