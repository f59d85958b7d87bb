import { expect, test } from 'vitest'
import { countHits, search, seekToHit } from '#commands/searching.ts'
import { segment, spoken, transcript } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

const talk = spoken('1 A 1.5 city 2 | 5 No 6 | 9 The 9.5 city 10')

test('search opens the field and puts the focus there', () => {
  const { run, store, requests } = startCommands({ transcript: talk })
  run('search')
  expect(store.getState().search.isOpen).toBe(true)
  expect(requests).toEqual([['focus-search']])
})

test('a query counts its matches and shows the first from the current line on', () => {
  const { context, store, requests, status } = startCommands({ transcript: talk, time: 5.5 })
  search(context, 'city')
  expect(store.getState().search).toMatchObject({ at: 1, hits: [{ line: 0 }, { line: 2 }] })
  expect(requests).toEqual([['show-line', 2]])
  expect(status()).toBe('2 matches')
})

test('steps go round the matches at both ends', () => {
  const { context, run, store, status } = startCommands({ transcript: talk })
  search(context, 'city')
  run('previous-hit')
  expect([store.getState().search.at, status()]).toEqual([1, 'Match 2 of 2'])
  run('next-hit')
  expect(store.getState().search.at).toBe(0)
})

test('a query without a match shows nothing, and steps stay where they are', () => {
  const { context, run, store, requests, status } = startCommands({ transcript: talk })
  search(context, 'village')
  run('next-hit')
  expect(store.getState().search.at).toBeNull()
  expect([requests, status()]).toEqual([[], 'No matches'])
})

test('a match leads to the word that it begins in', () => {
  const { context, element, store } = startCommands({ transcript: talk })
  search(context, 'city')
  seekToHit(context, store.getState().search.hits[1]!)
  expect(element.currentTime).toBe(9.5)
})

test('a match in a line without a time moves nothing, and says so', () => {
  const { context, element, status } = startCommands({
    transcript: transcript([segment('One.', 1, 2), segment('A city.', null, null)]),
  })
  seekToHit(context, { line: 1, from: 2, to: 6 })
  expect(element.currentTime).toBe(0)
  expect(status()).toMatch(/no time/)
})

test('close clears the search', () => {
  const { context, run, store } = startCommands({ transcript: talk })
  search(context, 'city')
  run('close-search')
  expect(store.getState().search).toMatchObject({ isOpen: false, query: '', hits: [] })
})

test.each([
  [0, 'No matches'],
  [1, '1 match'],
  [1200, '1,200 matches'],
])('%d hits are announced as "%s"', (count, words) => {
  expect(countHits(count)).toBe(words)
})
