import { expect, test } from 'vitest'
import { findSpeakerPrefix, findSpeakerNames } from '#transcript/conventions/speaker-prefix.ts'

test.each([
  ['Ada: hello', 'Ada'],
  ['Ada Lovelace: hello', 'Ada Lovelace'],
  ['ADA: hello', 'ADA'],
  ['Speaker 1: hello', 'Speaker 1'],
  ['SPEAKER_00: hello', 'SPEAKER_00'],
  ['Dr. van der Berg: hello', 'Dr. van der Berg'],
  ["Conan O'Brien: hello", "Conan O'Brien"],
  ['Ada (host): hello', 'Ada (host)'],
  ['>> Ada: hello', 'Ada'],
  ['**Ada:** hello', 'Ada'],
  ['田中：こんにちは', '田中'],
])('%j is said by %s', (text, name) => {
  expect(findSpeakerPrefix(text)?.name).toBe(name)
})

test.each([
  'Note: a comment',
  'At 10:30: we stop',
  '10:30 we stop',
  'https://example.org is where',
  'I said this: no',
  'The point is: no',
  'Ratio:1',
  'However: no',
  'What I like most about all of this is one thing: tea',
])('%j has no speaker', (text) => {
  expect(findSpeakerPrefix(text)).toBeNull()
})

test('a single word that comes once is no name', () => {
  expect(findSpeakerNames(['Tea: yes', 'Ada: one', 'Ada: two', 'Mary Beard: three'])).toEqual(
    new Set(['Ada', 'Mary Beard']),
  )
})

test('where one name is in capitals, all in capitals are names', () => {
  expect(findSpeakerNames(['MARY: a', 'MARY: b', 'JOHN: c', 'Tea: d'])).toEqual(
    new Set(['MARY', 'JOHN']),
  )
})
