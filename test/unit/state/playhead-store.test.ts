import { expect, test, vi } from 'vitest'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import { spoken } from '../../support/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'

function playing(script: string) {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  openTranscript(store, spoken(script), { name: 'a.vtt', format: 'webvtt' })
  const { playheadMoved, playheadJumped } = playhead.getState()
  return { store, playhead, playheadMoved, playheadJumped }
}

test('a second of playing runs no selector of the app store', () => {
  const { store, playheadMoved } = playing('0 Good 0.4 morning 0.9')
  const select = vi.fn()
  store.subscribe(select, () => {})
  select.mockClear()
  for (let frame = 0; frame < 60; frame++) playheadMoved(frame / 60)
  expect(select).not.toHaveBeenCalled()
})

test('a report that repeats the time tells no listener', () => {
  const { playhead, playheadMoved } = playing('0 Good 0.4')
  playheadMoved(0.2)
  const listener = vi.fn()
  playhead.subscribe(listener)
  playheadMoved(0.2)
  expect(listener).not.toHaveBeenCalled()
})

test('a jump is counted, even to the time where the playhead is; running is not', () => {
  const { playhead, playheadMoved, playheadJumped } = playing('0 Good 0.4')
  playheadMoved(3)
  playheadJumped(3)
  playheadJumped(9)
  expect(playhead.getState()).toMatchObject({ time: 9, jumps: 2 })
})

test('headphones that are later than thought move what is spoken at once', () => {
  const { store, playhead, playheadMoved } = playing('0 Good 0.4 morning 0.9')
  playheadMoved(0.5)
  store.getState().preferencesChanged({ outputLatencyMs: 300 })
  expect(playhead.getState().spoken.words).toEqual([{ line: 0, word: 0 }])
})

test.each([
  [0, 0.4],
  [0.4, 0.9],
  [0.9, 1],
  [1.2, 2],
  [4.5, 5],
  [5.1, 5.5],
])(
  'nothing changes from %d s until %d s: a word ends, a line begins or a second is over',
  (time, next) => {
    const { playhead } = playing('0 Good 0.4 morning 0.9 | 5 Hello 5.5')
    expect(playhead.deadlines.next(time)).toBe(next)
  },
)

test('with late headphones a word ends later than the sound says', () => {
  const { store, playhead } = playing('0 Good 0.4 morning 0.9')
  store.getState().preferencesChanged({ outputLatencyMs: 100 })
  expect(playhead.deadlines.next(0.2)).toBeCloseTo(0.5)
})

test('a view adds its own deadline, which wakes the clock, until it is taken away', () => {
  const { playhead } = playing('0 Good 0.9')
  const view = new AbortController()
  const wake = vi.fn()
  playhead.deadlines.onChange(wake)
  playhead.deadlines.add(() => 0.25, view.signal)
  expect(wake).toHaveBeenCalledOnce()
  expect(playhead.deadlines.next(0)).toBe(0.25)
  view.abort()
  expect(playhead.deadlines.next(0)).toBe(0.9)
})
