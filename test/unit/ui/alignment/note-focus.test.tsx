// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Alignment } from '#state/alignment.ts'
import type { AppStore } from '#state/store.ts'
import { noTiming } from '#state/transcripts.ts'
import { AlignmentNote } from '#ui/alignment/AlignmentNote.tsx'
import { giveTimesAnew, taskFor } from '../../../support/alignment-states.ts'
import { segment, transcript } from '../../../support/transcripts.ts'
import { show } from './show.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})

const timing = noTiming({ keepsRead: false })
const untimed = transcript([segment('Good evening.', null, null)], { language: 'en' })
const timed = transcript([segment('Good evening.', 1, 2)], { language: 'en' })

const running: Alignment = {
  status: 'running',
  task: taskFor(),
  heardUntil: 1,
  duration: 600,
  secondsLeft: null,
}
const interrupted: Alignment = { ...running, status: 'paused' }
const failed: Alignment = {
  status: 'failed',
  task: taskFor(),
  problem: { code: 'alignment-failed', severity: 'error', message: 'No.' },
}
const done = (task = taskFor()): Alignment => ({
  status: 'done',
  task,
  result: { kind: 'timed', method: 'heard', sure: 2, unsure: 0, notHeard: 0 },
})
const drifted: Alignment = {
  status: 'done',
  task: taskFor('check'),
  result: { kind: 'compared', compared: 9, notHeard: 0, off: [{ line: 0, by: 2 }], timing },
}
const idle: Alignment = { status: 'idle' }

let ended = new AbortController()
beforeEach(() => {
  ended = new AbortController()
})
afterEach(() => {
  ended.abort()
  cleanup()
})

/** The note above the text; `play` counts requests to focus the play button. */
async function shown(world: Parameters<typeof show>[1], alignment: Alignment = idle) {
  const visit = await show(<AlignmentNote />, world)
  const play = vi.fn()
  visit.app.uiRequests.on('focus-play', play, ended.signal)
  await report(visit.store, alignment)
  return { ...visit, play }
}
const report = (store: AppStore, alignment: Alignment) =>
  act(async () => store.getState().alignmentReported(alignment))
const button = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => userEvent.setup().click(button(name))

test.each([
  ['Find the words in the sound', untimed, idle, running, 'Stop'],
  ['Write a draft', null, idle, { ...running, task: taskFor('draft') }, 'Stop'],
  ['Stop', untimed, running, interrupted, 'Resume'],
  ['Resume', untimed, interrupted, running, 'Stop'],
  ['Try again', untimed, failed, running, 'Stop'],
  ['Undo', untimed, done(), idle, 'Find the words in the sound'],
  ['Dismiss', untimed, failed, idle, 'Find the words in the sound'],
])('"%s" leads on to what it has brought', async (name, text, before, after, next) => {
  const { store, play } = await shown({ text }, before)
  await act(async () => giveTimesAnew(store))
  await press(name)
  // The result arrives a moment later.
  await report(store, after)
  expect(document.activeElement).toBe(button(next))
  expect(play).not.toHaveBeenCalled()
})

test.each([
  ['Use the new times', timed, drifted],
  ['Leave as they are', timed, drifted],
  ['Dismiss', timed, done()],
  ['Not now', untimed, idle],
  ['Not now', null, idle],
])('"%s", after which there is nothing more, leads to Play', async (name, text, before) => {
  const { store, container, play } = await shown({ text }, before)
  await press(name)
  await report(store, idle)
  expect(container.textContent).toBe('')
  expect(play).toHaveBeenCalledOnce()
})

test('"Use the new times" is led to, not the lines in the closed list above it', async () => {
  const need = { bytes: 5_100_000, isStored: false }
  await shown({ text: timed }, { status: 'offered', task: taskFor('draft'), need, before: drifted })
  await press('Not now')
  expect(document.activeElement).toBe(button('Use the new times'))
})

test('what comes by itself is not under the finger that was to press Stop', async () => {
  const { store, play, container } = await shown({ text: untimed }, running)
  await act(async () => giveTimesAnew(store))
  button('Stop').focus()
  await report(store, done())
  const place = document.activeElement!
  expect(place).toBe(container.firstElementChild)
  expect(place.contains(button('Undo'))).toBe(true)
  await userEvent.setup().tab()
  expect(document.activeElement).toBe(button('Undo'))
  expect(place.hasAttribute('tabindex')).toBe(false)
  expect(play).not.toHaveBeenCalled()
})

test('what is in focus as a whole leads to Play when it is gone', async () => {
  const { store, play } = await shown({ text: timed }, running)
  button('Stop').focus()
  await report(store, done())
  await report(store, idle)
  expect(play).toHaveBeenCalledOnce()
})

test('a window that comes to the front again has the focus where it was to be', async () => {
  const { store, container } = await shown({ text: untimed }, running)
  button('Stop').focus()
  // The element stays active.
  button('Stop').dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await report(store, done())
  expect(document.activeElement).toBe(container.firstElementChild)
})

test('who has the focus elsewhere keeps it, and who has it nowhere is left in peace', async () => {
  const { store, play } = await shown({ text: untimed }, running)
  await report(store, interrupted)
  expect(document.activeElement).toBe(document.body)
  button('Resume').focus()
  button('Resume').blur()
  await report(store, running)
  expect(document.activeElement).toBe(document.body)
  button('Stop').focus()
  const line = document.body.appendChild(document.createElement('button'))
  line.focus()
  await report(store, idle)
  expect(document.activeElement).toBe(line)
  expect(play).not.toHaveBeenCalled()
  line.remove()
})
