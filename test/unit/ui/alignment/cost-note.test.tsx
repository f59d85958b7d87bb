// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { commands } from '#commands/commands.ts'
import { listenToKeys } from '#commands/keyboard.ts'
import { createKeymap } from '#commands/keymap.ts'
import { AlignmentNote } from '#ui/alignment/AlignmentNote.tsx'
import { taskFor } from '../../../support/alignment-states.ts'
import { segment, spoken, transcript } from '../../../support/transcripts.ts'
import { show } from './show.tsx'

vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
let listening = new AbortController()
afterEach(() => {
  listening.abort()
  listening = new AbortController()
  cleanup()
})

const untimed = transcript([segment('Good evening.', null, null)], { language: 'fr' })
const missing = { bytes: 36_400_000, isStored: false }
const here = { bytes: 36_400_000, isStored: true }

/** The note above the text, and the page's keys. */
async function shown(world: Parameters<typeof show>[1]) {
  const visit = await show(<AlignmentNote />, world)
  const keymap = createKeymap(commands)
  listenToKeys(visit.app, { keymap, page: document, signal: listening.signal })
  const press = async (keys: string) => {
    await userEvent.setup().keyboard(keys)
    await act(() => vi.dynamicImportSettled())
  }
  return { ...visit, press }
}
const small = () => document.querySelector('.alignment-small')?.textContent ?? ''

test('a key that would load a model says first what that costs, and begins at the second press', async () => {
  const { alignments, press } = await shown({ need: missing })
  await press('d')
  expect(alignments.begin).not.toHaveBeenCalled()
  expect(small()).toContain('Press D again, or Enter, to begin. The speech model is 36 MB')
  await press('d')
  expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('draft')
})

test('Enter begins, too: the button has the focus', async () => {
  const { alignments, need, press } = await shown({ text: untimed, need: missing })
  await press('g')
  expect(need).toHaveBeenLastCalledWith('words', 'fr')
  const button = screen.getByRole('button', { name: 'Find the words in the sound' })
  expect(document.activeElement).toBe(button)
  await press('{Enter}')
  expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('words')
})

test('the cost is the description of the button, from the moment it has focus', async () => {
  const { store, press, need } = await shown({ text: untimed, need: missing })
  const said: string[] = []
  store.subscribe(
    ({ notices }) => notices.statusCount,
    () => said.push(store.getState().notices.status),
  )
  // A screen reader reads the description that exists when the button gets focus.
  let described: string | null | undefined
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const id = (target as Element).getAttribute('aria-describedby')
      described = id === null ? null : document.getElementById(id)?.textContent
    },
    { signal: listening.signal },
  )
  await press('g')
  expect(described).toMatch(/^Press G again, or Enter, to begin\. The speech model is 36 MB/)
  expect(said).toEqual(['This loads a speech model of 36 MB. Press the key again to begin.'])
  expect(need).toHaveBeenCalled()
})

test('focus returns to the line when the note is closed, or the work begins', async () => {
  const { store, press } = await shown({ text: untimed, need: missing })
  const line = document.body.appendChild(document.createElement('button'))
  line.focus()
  await press('g')
  expect(document.activeElement).not.toBe(line)
  await userEvent.setup().click(screen.getByRole('button', { name: 'Not now' }))
  expect(document.activeElement).toBe(line)
  await press('g')
  await act(async () =>
    store.getState().alignmentReported({ status: 'loading', task: taskFor(), progress: 0 }),
  )
  expect(document.activeElement).toBe(line)
  line.remove()
})

test('focus returns to the offer when the note is closed', async () => {
  const { press } = await shown({ text: untimed, need: missing })
  const find = () => screen.getByRole('button', { name: 'Find the words in the sound' })
  const offered = find()
  offered.focus()
  await press('g')
  expect(offered.isConnected).toBe(false)
  expect(document.activeElement).toBe(find())
  await userEvent.setup().click(screen.getByRole('button', { name: 'Not now' }))
  expect(small()).toContain('This text has no times.')
  expect(document.activeElement).toBe(find())
})

test('with the model on this machine a key begins at once', async () => {
  const { alignments, press } = await shown({ text: untimed, need: here })
  await press('g')
  expect(alignments.begin).toHaveBeenCalledExactlyOnceWith('words')
})

test('a press of another key asks for that, not for what was asked before', async () => {
  const text = transcript([segment('Good evening.', 1, 2)], { language: 'en' })
  const { alignments, press } = await shown({ text, need: missing })
  await press('h')
  expect(small()).toContain('Press H again')
  await press('d')
  expect(small()).toContain('Press D again')
  expect(alignments.begin).not.toHaveBeenCalled()
  expect(alignments.begin).not.toHaveBeenCalled()
})

test('closing the note restores what was shown before', async () => {
  const { store, press } = await shown({ text: spoken('0 Good 0.4 evening 0.9'), need: missing })
  const before = {
    status: 'paused',
    task: taskFor(),
    heardUntil: 10,
    duration: 600,
  } as const
  act(() => store.getState().alignmentReported(before))
  await press('hd')
  await userEvent.setup().click(screen.getByRole('button', { name: 'Not now' }))
  expect(store.getState().alignment).toEqual(before)
})
