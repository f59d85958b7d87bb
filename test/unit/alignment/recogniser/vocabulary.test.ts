import { expect, test } from 'vitest'
import { readVocabulary } from '#alignment/recogniser/vocabulary.ts'

const pieces = ['<unk>', '<s>', '</s>', '<0xE2>', '<0x82>', '<0xAC>', '▁Good', '▁even', 'ing', '.']
const textOf = readVocabulary(new TextEncoder().encode(pieces.join('\n')))

test('pieces become words, bytes become letters, marks become nothing', () => {
  expect(textOf([1, 6, 7, 8, 9, 2])).toBe('Good evening.')
  expect(textOf([6, 3, 4, 5])).toBe('Good€')
  expect(textOf([31_999, 40_000])).toBe('')
})
