import { expect, test } from 'vitest'
import { spoken } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

const talk = spoken('1 One 2 | 5 Two 6')

test('the current line repeats, until the same key is pressed again', () => {
  const { run, store } = startCommands({ transcript: talk, time: 5.5 })
  run('loop-line')
  expect(store.getState().playback.loop).toEqual({
    status: 'on',
    of: 'line',
    range: { start: 5, end: 6 },
  })
  run('loop-line')
  expect(store.getState().playback.loop.status).toBe('off')
})

test('before the first line, no line repeats', () => {
  const { run, store, status } = startCommands({ transcript: talk })
  run('loop-line')
  expect(store.getState().playback.loop.status).toBe('off')
  expect(status()).not.toBe('')
})

test('[ and ] mark a range, which repeats', () => {
  const { run, store, player, status } = startCommands({ time: 3 })
  run('loop-from')
  player.seek(7)
  run('loop-to')
  expect(store.getState().playback.loop).toMatchObject({ range: { start: 3, end: 7 } })
  expect(status()).toBe('Repeating 0:03 to 0:07')
})

test('] moves the end of a range that repeats', () => {
  const { run, store, player } = startCommands({ time: 3 })
  run('loop-from')
  player.seek(7)
  run('loop-to')
  player.seek(5)
  run('loop-to')
  expect(store.getState().playback.loop).toMatchObject({ range: { start: 3, end: 5 } })
})

test.each([
  ['without a start', null],
  ['at the start', 3],
])('] %s repeats nothing, and says why', (_, start) => {
  const { run, store, status } = startCommands({ time: 3 })
  if (start !== null) run('loop-from')
  run('loop-to')
  expect(store.getState().playback.loop.status).not.toBe('on')
  expect(status()).toMatch(/start/)
})

test('repeating is switched off', () => {
  const { run, store } = startCommands({ transcript: talk, time: 5.5 })
  run('loop-line')
  run('loop-off')
  expect(store.getState().playback.loop).toEqual({ status: 'off' })
})

test('a line gone to is repeated instead of the one before; another place ends the repetition', () => {
  const { store, run } = startCommands({
    transcript: spoken('0 One 2 | 4 Two 6 | 8 Three 9'),
    time: 1,
  })
  run('loop-line')
  run('next-line')
  expect(store.getState().playback.loop).toMatchObject({
    status: 'on',
    of: 'line',
    range: { start: 4, end: 6 },
  })
})
