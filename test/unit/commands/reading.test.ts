import { expect, test } from 'vitest'
import { segment, speaker, spoken, transcript } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

const talk = spoken('1 One 2 | 5 Two 6 | 9 Three 10')

test('replay plays the current line from its start', () => {
  const { run, element } = startCommands({ transcript: talk, time: 5.7 })
  run('replay-line')
  expect(element).toMatchObject({ currentTime: 5, paused: false })
})

test('follow is switched off and on', () => {
  const { run, store } = startCommands({ transcript: talk })
  run('follow')
  expect(store.getState().follow).toBe('off')
  run('follow')
  expect(store.getState().follow).toBe('following')
})

test('chapters: the next one, the start of this one, and the one before', () => {
  const chapters = [
    { start: 0, title: 'Opening' },
    { start: 5, title: 'An answer' },
  ]
  const { run, element, status } = startCommands({ transcript: { ...talk, chapters }, time: 1 })
  run('next-chapter')
  expect([element.currentTime, status()]).toEqual([5, 'An answer'])
  element.currentTime = 9
  run('previous-chapter')
  expect(element.currentTime).toBe(5)
  run('previous-chapter')
  expect(element.currentTime).toBe(0)
})

test('the position is announced with the line and its speaker', () => {
  const ada = speaker('ada')
  const { run, status } = startCommands({
    transcript: transcript([segment('One.', 1, 2, { speaker: ada }), segment('Two.', 5, 6)], {
      speakers: [{ id: ada, name: 'Ada' }],
    }),
    time: 1.5,
  })
  run('where-am-i')
  expect(status()).toMatch(/^1 second of 1 minute, line 1 of 2, Ada$/)
})

test('the focus passes over lines without a time, onwards in its direction', () => {
  const { run, requests } = startCommands({
    transcript: transcript([
      segment('One.', 1, 2),
      segment('Unheard.', null, null),
      segment('Three.', 5, 6),
    ]),
  })
  run('focus-next-line', { line: 0 })
  run('focus-previous-line', { line: 2 })
  run('focus-last-line')
  expect(requests).toEqual([
    ['focus-line', 2],
    ['focus-line', 0],
    ['focus-line', 2],
  ])
})

test('Enter on a line plays it; Shift+Enter leaves paused what was paused', () => {
  const { run, element } = startCommands({ transcript: talk })
  run('cue-line', { line: 1 })
  expect(element).toMatchObject({ currentTime: 5, paused: true })
  run('play-line', { line: 2 })
  expect(element).toMatchObject({ currentTime: 9, paused: false })
})

test('Escape on a line leads back to the play button', () => {
  const { run, requests } = startCommands({ transcript: talk })
  run('leave-lines')
  expect(requests).toEqual([['focus-play']])
})
