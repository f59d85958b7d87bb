import { describe, expect, test } from 'vitest'
import { isLooping, withoutHallucinations } from '#alignment/recogniser/hallucinations.ts'

describe('a hallucination', () => {
  test('is cut at six words a second', () => {
    const words = Array.from({ length: 40 }, (_, place) => `word${place}`)
    expect(withoutHallucinations(words.join(' '), 2).split(' ')).toEqual(words.slice(0, 12))
  })

  test.each([
    ['I said no, no, no, and that is all.', 'I said no, no, no, and that is all.'],
    ['Thank you. Thank you. Thank you. Thank you.', 'Thank you. Thank you. Thank you. Thank you.'],
    [
      'Go on and on and on and on and on and on and on, he said',
      'Go on and on and on and on and on he said',
    ],
    ['A a a a a a a a a a b', 'A a a a b'],
  ])('is repeated at most four times: %s', (written, expected) => {
    const bare = (text: string) => text.replaceAll(',', '')
    expect(bare(withoutHallucinations(written, 60))).toBe(bare(expected))
  })

  test('is stopped while it is written, but not by what people say', () => {
    const sentence = [11, 12, 13, 14, 15]
    expect(isLooping(Array.from({ length: 8 }, () => 7))).toBe(true)
    expect(isLooping(Array.from({ length: 8 }, () => sentence).flat())).toBe(true)
    expect(isLooping([...sentence, 7, 7, 7, 7, ...sentence])).toBe(false)
    expect(isLooping([...sentence, ...sentence, ...sentence])).toBe(false)
  })
})
