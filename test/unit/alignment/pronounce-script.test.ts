import { expect, test } from 'vitest'
import type { Lexicon } from '#alignment/g2p/lexicon.ts'
import { pronounceScript } from '#alignment/pronounce-script.ts'
import type { ScriptWord } from '#alignment/script.ts'
import { models } from './acoustic-model/models.ts'

const { triphones } = models['en-us']

const spoken = (...words: readonly string[]): ScriptWord[] =>
  words.map((word, line) => ({ line, from: 0, to: word.length, spokenForm: word }))

/** The edge: a word's pronunciations as given; none for others. */
function lexiconOf(ways: Readonly<Record<string, readonly string[]>>) {
  const asked: string[] = []
  const lexicon: Lexicon = {
    pronounce(word) {
      asked.push(word)
      return (ways[word] ?? []).map((way) => way.split(' '))
    },
  }
  return { lexicon, asked }
}

test('words are phones of the model, in each way they are said', () => {
  const { lexicon } = lexiconOf({ the: ['DH AH', 'DH IY'] })
  const { pronunciations } = pronounceScript(spoken('the'), { lexicon, triphones })
  const names = pronunciations[0]!.map((way) => way.map((phone) => triphones.phones[phone]))
  expect(names).toEqual([
    ['DH', 'AH'],
    ['DH', 'IY'],
  ])
})

test('words without a pronunciation are left out, and the others keep their places in the text', () => {
  const { lexicon } = lexiconOf({ good: ['G UH D'], evening: ['IY V N IH NG'] })
  const words = spoken('good', '†', 'evening')
  const pronounced = pronounceScript(words, { lexicon, triphones })
  expect(pronounced.words).toEqual([words[0], words[2]])
  expect(pronounced.pronunciations).toHaveLength(2)
})

test('a phone that the model lacks is skipped, and a pronunciation of such phones only is dropped', () => {
  const { lexicon } = lexiconOf({ loch: ['L AA XX', 'XX'], ugh: ['XX'] })
  const { words: left, pronunciations } = pronounceScript(spoken('loch', 'ugh'), {
    lexicon,
    triphones,
  })
  expect(left.map((word) => word.spokenForm)).toEqual(['loch'])
  expect(pronunciations[0]).toEqual([
    [triphones.phones.indexOf('L'), triphones.phones.indexOf('AA')],
  ])
})

test('a word is looked up once, however often it is said', () => {
  const { lexicon, asked } = lexiconOf({ the: ['DH AH'], city: ['S IH T IY'] })
  pronounceScript(spoken('the', 'city', 'the', 'the'), { lexicon, triphones })
  expect(asked).toEqual(['the', 'city'])
})
