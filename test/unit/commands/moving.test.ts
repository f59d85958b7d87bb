import { expect, test } from 'vitest'
import { seekTo, seekToLine, suspendFollowing } from '#commands/moving.ts'
import { segment, spoken, transcript } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

const talk = spoken('1 One 2 | 5 Two 6 | 9 Three 10')

test('a seek resumes following that was suspended', () => {
  const { context, store } = startCommands({ transcript: talk, time: 1.5 })
  suspendFollowing(context)
  expect(store.getState().follow).toBe('suspended')
  seekTo(context, 5)
  expect(store.getState().follow).toBe('following')
})

test('following is not suspended before the first line: it has nowhere to come back to', () => {
  const { context, store } = startCommands({ transcript: talk })
  suspendFollowing(context)
  expect(store.getState().follow).toBe('following')
})

test('a seek out of a loop ends it, a seek inside keeps it', () => {
  const { context, store } = startCommands({ transcript: talk })
  store.getState().loopChanged({ status: 'on', of: 'range', range: { start: 5, end: 8 } })
  seekTo(context, 6)
  expect(store.getState().playback.loop.status).toBe('on')
  seekTo(context, 8)
  expect(store.getState().playback.loop.status).toBe('off')
})

test('without a recording a seek says what is missing', () => {
  const { context, store, status } = startCommands({ transcript: talk })
  store.getState().recordingClosed()
  seekTo(context, 5)
  expect(status()).toMatch(/no recording/)
})

test('a line without a time moves nothing, and says so', () => {
  const { context, element, status } = startCommands({
    transcript: transcript([segment('One.', 1, 2), segment('Unheard.', null, null)]),
    time: 1,
  })
  seekToLine(context, 1)
  expect(element.currentTime).toBe(1)
  expect(status()).toMatch(/no time/)
})

test.each([
  [5.5, 1],
  [8, 5],
  [0, 1],
])(
  'the previous line from %d s begins at %d s: early in a line, it is the one before',
  (time, start) => {
    const { run, element } = startCommands({ transcript: talk, time })
    run('previous-line')
    expect(element.currentTime).toBe(start)
  },
)

test('after the last line, the next one is missing, and that is said', () => {
  const { run, element, status } = startCommands({ transcript: talk, time: 5.5 })
  run('next-line')
  expect(element.currentTime).toBe(9)
  run('next-line')
  expect(element.currentTime).toBe(9)
  expect(status()).not.toBe('')
})
