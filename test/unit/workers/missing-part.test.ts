import { expect, test } from 'vitest'
import { explainMissingPart, saysMissingPart } from '../../../src/workers/missing-part.ts'

const ofBrowsers = [
  'Failed to fetch dynamically imported module: https://a.example/assets/flac-1.js',
  'error loading dynamically imported module: https://a.example/assets/flac-1.js',
  'Importing a module script failed.',
]

test.each(ofBrowsers)('“%s” is a part that could not be loaded', (message) => {
  expect(saysMissingPart(message)).toBe(true)
  const cause = new TypeError(message)
  expect(explainMissingPart(cause)).toEqual(new Error('a part of Earshot could not be loaded'))
})

test('other failures stay what they are', () => {
  const failure = new Error('The speech model could not be loaded: the server cannot be reached')
  expect(explainMissingPart(failure)).toBe(failure)
  expect(saysMissingPart(failure.message)).toBe(false)
  expect(explainMissingPart('closed')).toBe('closed')
})
