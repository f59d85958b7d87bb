// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { goToUnsure, lastUnsureLine } from '#commands/go-to-unsure.ts'
import type { CommandContext } from '#commands/command-context.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import { createPlayer } from '#media/player.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import type { TimingIssue } from '#transcript/transcript.ts'
import { segment, transcript } from '../../../support/transcripts.ts'
import { openTranscript } from '../../../support/open-transcript.ts'

vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})

const unclear: TimingIssue[] = [{ from: 0, to: 3, reason: 'unclear' }]
const unheard: TimingIssue[] = [{ from: 0, to: 3, reason: 'not-heard' }]
/** Lines 1, 2 and 4 have issues; line 2 has no time. */
const text = transcript([
  segment('Sure.', 1, 2),
  segment('Unsure.', 10, 11, { issues: unclear }),
  segment('Never said.', null, null, { issues: unheard }),
  segment('Sure.', 30, 31),
  segment('Unsure.', 40, 41, { issues: unclear }),
])

let app: CommandContext
let shown: number[]
let said: string[]
beforeEach(() => {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const uiRequests = createUiRequests()
  shown = []
  said = []
  uiRequests.on('show-line', ({ line }) => shown.push(line), new AbortController().signal)
  const player = createPlayer(document.createElement('audio'), () => {})
  app = { store, playhead, uiRequests, player } as CommandContext
  const recording = { name: 'talk', key: 'talk', address: 'blob:talk', sharedAddress: null }
  store.getState().recordingOpened({ ...recording, duration: 60, seekable: true })
  openTranscript(store, text, { name: 'talk.txt', format: 'plain-text' })
  store.subscribe(
    ({ notices }) => notices.statusCount,
    () => said.push(store.getState().notices.status),
  )
})

const step = (direction: 1 | -1, focused: number | null = null) =>
  goToUnsure(app, { focused, direction })

test('steps lead from one doubtful line to the next, over those without a time, too', () => {
  for (let steps = 0; steps < 3; steps++) step(1)
  expect(shown).toEqual([1, 2, 4])
  expect(said).toEqual([
    'Line 2: Timing uncertain: the audio does not match these words well',
    'Line 3: Not found in the audio',
    'Line 5: Timing uncertain: the audio does not match these words well',
  ])
})

test('after the last one they lead to the first, and say so', () => {
  for (let steps = 0; steps < 4; steps++) step(1)
  expect(shown).toEqual([1, 2, 4, 1])
  expect(said.at(-1)).toMatch(/^From the start: Line 2: /)
  step(-1)
  expect(shown.at(-1)).toBe(4)
  expect(said.at(-1)).toMatch(/^From the end: Line 5: /)
})

test('a line without a time is heard from where the line before it ends', () => {
  const seek = vi.spyOn(app.player, 'seek')
  step(1)
  step(1)
  expect(shown.at(-1)).toBe(2)
  expect(seek).toHaveBeenLastCalledWith(11)
})

test('they begin at the line in focus, and go on although it keeps the focus', () => {
  step(1, 3)
  step(-1, 3)
  step(-1, 3)
  expect(shown).toEqual([4, 2, 1])
})

test('they begin anew where the sound has gone meanwhile', () => {
  step(1)
  step(1)
  expect(shown).toEqual([1, 2])
  app.playhead.getState().playheadMoved(30.5)
  step(1)
  expect(shown.at(-1)).toBe(4)
  app.playhead.getState().playheadMoved(1.5)
  step(1)
  expect(shown.at(-1)).toBe(1)
})

describe('the line that a step has led to', () => {
  const move = (time: number) => app.playhead.getState().playheadMoved(time)

  test('is none before a step, and where the step came from a line in focus', () => {
    expect(lastUnsureLine(app)).toBeNull()
    step(1, 3)
    expect(lastUnsureLine(app)).toBeNull()
  })

  test('is that one until the sound goes elsewhere', () => {
    step(1)
    expect(lastUnsureLine(app)).toBe(1)
    move(10.5)
    expect(lastUnsureLine(app)).toBe(1)
    move(30.5)
    expect(lastUnsureLine(app)).toBeNull()
  })

  test('stays one without a time while the sound is at the line before it: that is where it is listened for', () => {
    step(1)
    step(1)
    for (const time of [1.5, 10.5, 20]) {
      move(time)
      expect(lastUnsureLine(app), String(time)).toBe(time === 1.5 ? null : 2)
    }
    move(30.5)
    expect(lastUnsureLine(app)).toBeNull()
  })

  test('is none of another text', () => {
    step(1)
    step(1)
    const other = transcript([1, 2, 3].map((each) => segment(`Line ${each}.`, null, null)))
    openTranscript(app.store, other, { name: 'b.txt', format: 'plain-text' })
    expect(lastUnsureLine(app)).toBeNull()
  })
})
