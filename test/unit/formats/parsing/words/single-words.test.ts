import { expect, test } from 'vitest'
import type { RecognisedWord } from '#formats/parsing/words/recognised-word.ts'
import { composeSingleWords } from '#formats/parsing/words/single-words.ts'

const words = (...texts: string[]): RecognisedWord[] =>
  texts.map((text, at) => ({
    text,
    start: at / 2,
    end: at / 2 + 0.4,
    confidence: null,
    speaker: undefined,
  }))
const textsOf = (...texts: string[]) =>
  composeSingleWords(words(...texts))?.map(({ text }) => text.trim())

test('syllables that come without the blank of the others belong to the word before', () => {
  const [turn] = composeSingleWords(words('An', ' un', 'likely', ' hat', ' or', ' two', '.'))!
  expect(turn?.text).toBe('An unlikely hat or two.')
  const spoken = turn!.words!.map(({ from, to, start, end }) => [
    turn!.text.slice(from, to),
    start,
    end,
  ])
  expect(spoken[1]).toEqual(['unlikely', 0.5, 1.4])
  expect(spoken.at(-1)).toEqual(['two.', 2.5, 2.9])
})

test('blanks may stand behind the words', () => {
  expect(textsOf('An ', 'un', 'likely ', 'hat ', 'or ', 'two')).toEqual(['An unlikely hat or two'])
})

test('what is longer than a word, or fewer than four, is left as it stands', () => {
  expect(textsOf('Yes.', 'No.', 'Yes.')).toBeUndefined()
  expect(textsOf('An unlikely hat', 'or two', 'hats', 'is all')).toBeUndefined()
  expect(
    textsOf('帽子をください。', '二つありますよ。', 'はい。', '帽子はここです。'),
  ).toBeUndefined()
})

test('sounds are no words, and stand apart among them', () => {
  expect(textsOf(' [MUSIC]', ' [MUSIC]', ' [MUSIC]', ' [MUSIC]')).toBeUndefined()
  expect(textsOf(' a', ' hat', ' falls', ' [thud]', ' and', ' lies')).toEqual([
    'a hat falls',
    '[thud]',
    'and lies',
  ])
})
