import { expect, test } from 'vitest'
import { changeRate } from '#commands/playing.ts'
import { startCommands } from './run-commands.ts'

test('play or pause does what the element does not do now', () => {
  const { run, element } = startCommands()
  run('play-pause')
  expect(element.paused).toBe(false)
  run('play-pause')
  expect(element.paused).toBe(true)
})

test('without a recording nothing plays', () => {
  const { run, store, player } = startCommands()
  store.getState().recordingClosed()
  run('play-pause')
  expect(player.play).not.toHaveBeenCalled()
})

test.each([
  ['back-10', 20],
  ['forward-10', 40],
  ['back-5', 25],
  ['forward-1', 31],
  ['forward-30', 60],
  ['to-start', 0],
  ['to-end', 60],
  ['to-tenth-7', 42],
] as const)('%s leads from 30 s to %d s', (id, time) => {
  const { run, element } = startCommands({ time: 30 })
  run(id)
  expect(element.currentTime).toBe(time)
})

test('a step back stops at the start', () => {
  const { run, element } = startCommands({ time: 3 })
  run('back-10')
  expect(element.currentTime).toBe(0)
})

test('faster and slower go by steps, and say where they end', () => {
  const { run, element, status } = startCommands()
  run('faster')
  expect([element.playbackRate, status()]).toEqual([1.1, 'Speed 1.1'])
  for (let press = 0; press < 20; press++) run('slower')
  expect([element.playbackRate, status()]).toEqual([0.5, 'Speed 0.5 is the slowest'])
  run('normal-speed')
  expect(element.playbackRate).toBe(1)
})

test('a rate that was set between two steps goes to the next one', () => {
  const { context, run, element } = startCommands()
  changeRate(context, 1.3)
  run('faster')
  expect(element.playbackRate).toBe(1.5)
})

test('mute is a switch, and says which way it went', () => {
  const { run, element, status } = startCommands()
  run('mute')
  expect([element.muted, status()]).toEqual([true, 'Muted'])
  run('mute')
  expect([element.muted, status()]).toEqual([false, 'Sound on'])
})
