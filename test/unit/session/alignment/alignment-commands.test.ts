// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommandContext } from '#commands/command-context.ts'
import { commandNamed } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import { createPlayer } from '#media/player.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import { noTiming } from '#state/transcripts.ts'
import { setAnchors, taskFor } from '../../../support/alignment-states.ts'
import { segment, transcript } from '../../../support/transcripts.ts'
import { openTranscript } from '../../../support/open-transcript.ts'

vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})

/** Line 1 has no time, so it has no button and never gets focus. */
const text = transcript([
  segment('Sure.', 1, 2),
  segment('Never said.', null, null, { issues: [{ from: 0, to: 11, reason: 'not-heard' }] }),
  segment('Sure.', 30, 31),
])

let app: CommandContext
const setLineStart = vi.fn()
const removeAnchor = vi.fn()
beforeEach(() => {
  vi.clearAllMocks()
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const player = createPlayer(document.createElement('audio'), () => {})
  app = {
    store,
    playhead,
    player,
    uiRequests: createUiRequests(),
    alignments: { setLineStart, removeAnchor },
  } as never
  const recording = { name: 'talk', key: 'talk', address: 'blob:talk', sharedAddress: null }
  store.getState().recordingOpened({ ...recording, duration: 60, seekable: true })
  openTranscript(store, text, { name: 'talk.txt', format: 'plain-text' })
  playhead.getState().playheadMoved(1.5)
})

async function run(id: CommandId, line: number | null = null) {
  commandNamed(id).run(app, { line, place: 'anywhere' })
  await vi.dynamicImportSettled()
}

describe('this line starts now', () => {
  test('is said of the line that a step to what is unsure has led to', async () => {
    await run('next-unsure')
    app.player.element.currentTime = 12
    await run('set-anchor')
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(1, 12)
    expect(app.store.getState().notices.status).toBe('Line 2 starts at 0:12')
  })

  test('is said of the line in focus before that, and of the current one where there is none', async () => {
    await run('set-anchor')
    await run('next-unsure')
    await run('set-anchor', 2)
    expect(setLineStart.mock.calls.map(([line]) => line)).toEqual([0, 2])
  })

  test('is the moment of the key, not when what it needs has been loaded', async () => {
    app.player.element.currentTime = 12
    const ran = run('set-anchor')
    app.player.element.currentTime = 13
    await ran
    expect(setLineStart).toHaveBeenCalledExactlyOnceWith(0, 12)
  })
})

test('the anchor of the line that a step has led to is removed', async () => {
  setAnchors(app.store, [{ segment: 1, offset: 0, time: 12 }])
  await run('remove-anchor')
  expect(removeAnchor).not.toHaveBeenCalled()
  expect(app.store.getState().notices.status).toBe('There is no anchor at this line')
  await run('next-unsure')
  await run('remove-anchor')
  expect(removeAnchor).toHaveBeenCalledExactlyOnceWith(1)
})

test('new times can be taken only where a check has found some', () => {
  const { isPossible } = commandNamed('accept-timing')
  const after = (off: { line: number; by: number }[]) => {
    const timing = noTiming({ keepsRead: false })
    const result = { kind: 'compared', off, compared: 1, notHeard: 0, timing } as const
    app.store.getState().alignmentReported({ status: 'done', task: taskFor('check'), result })
    return isPossible!(app.store.getState())
  }
  expect(after([])).toBe(false)
  expect(after([{ line: 0, by: 2 }])).toBe(true)
})
