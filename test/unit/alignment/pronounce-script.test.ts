import { expect, test } from 'vitest'
import type { Pronouncer } from '#alignment/g2p/lexicon.ts'
import { sayableWords } from '#alignment/pronounce-script.ts'
import type { SpokenWord } from '#alignment/script.ts'
import { models } from './acoustic-model/models.ts'

const { triphones } = models['en-us']

const spoken = (...words: readonly string[]): SpokenWord[] =>
  words.map((word, line) => ({ line, from: 0, to: word.length, spoken: word }))

/** The edge: a word's pronunciations as given; none for others. */
function pronouncerOf(ways: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = []
  const pronouncer: Pronouncer = {
    pronounce(word) {
      asked.push(word)
      return (ways[word] ?? []).map((way) => way.split(' '))
    },
  }
  return { pronouncer, asked }
}

test('words are phones of the model, in each way they are said', () => {
  const { pronouncer } = pronouncerOf({ the: ['DH AH', 'DH IY'] })
  const { pronunciations } = sayableWords(spoken('the'), { pronouncer, triphones })
  const names = pronunciations[0]!.map((way) => way.map((phone) => triphones.phones[phone]))
  expect(names).toEqual([
    ['DH', 'AH'],
    ['DH', 'IY'],
  ])
})

test('words that nobody can say are left out, and the others keep their places in the text', () => {
  const { pronouncer } = pronouncerOf({ good: ['G UH D'], evening: ['IY V N IH NG'] })
  const words = spoken('good', '†', 'evening')
  const sayable = sayableWords(words, { pronouncer, triphones })
  expect(sayable.spoken).toEqual([words[0], words[2]])
  expect(sayable.pronunciations).toHaveLength(2)
})

test('a phone that the model lacks is passed over, and a way of such phones only is none', () => {
  const { pronouncer } = pronouncerOf({ loch: ['L AA XX', 'XX'], ugh: ['XX'] })
  const { spoken: left, pronunciations } = sayableWords(spoken('loch', 'ugh'), {
    pronouncer,
    triphones,
  })
  expect(left.map((word) => word.spoken)).toEqual(['loch'])
  expect(pronunciations[0]).toEqual([
    [triphones.phones.indexOf('L'), triphones.phones.indexOf('AA')],
  ])
})

test('a word is looked up once, however often it is said', () => {
  const { pronouncer, asked } = pronouncerOf({ the: ['DH AH'], city: ['S IH T IY'] })
  sayableWords(spoken('the', 'city', 'the', 'the'), { pronouncer, triphones })
  expect(asked).toEqual(['the', 'city'])
})
