import { expect, test } from 'vitest'
import { readDictionary } from '#alignment/g2p/pronunciation-dictionary.ts'
import { modelFile } from './model-file.ts'

const dictionaryOf = (text: string) => readDictionary(new TextEncoder().encode(text))

test('a word has all its pronunciations, in the order of the file', () => {
  const dictionary = dictionaryOf('a AH\na(2) EY\na(10) AA\nabout AH B AW T\n')
  expect(dictionary.lookUp('a')).toEqual([['AH'], ['EY'], ['AA']])
})

test('a word is not found by its beginning, nor by a longer one', () => {
  const dictionary = dictionaryOf('about AH B AW T\n')
  expect(dictionary.lookUp('abou')).toEqual([])
  expect(dictionary.lookUp('abouts')).toEqual([])
  expect(dictionary.lookUp('')).toEqual([])
})

test('comments, empty lines, doubled spaces, carriage returns and a last line without its end are read', () => {
  const dictionary = dictionaryOf(';; a comment\n\nmi aa  bb\r\nzoo zz au')
  expect(dictionary.lookUp('mi')).toEqual([['aa', 'bb']])
  expect(dictionary.lookUp('zoo')).toEqual([['zz', 'au']])
  expect(dictionary.lookUp(';;')).toEqual([])
})

test('capitals in the file are found by lower case, beyond ASCII too, and what is no capital is not', () => {
  const dictionary = dictionaryOf('hÔtel oo tt ai ll\nNATO nn\n×x x\n')
  expect(dictionary.lookUp('hôtel')).toEqual([['oo', 'tt', 'ai', 'll']])
  expect(dictionary.lookUp('nato')).toEqual([['nn']])
  expect(dictionary.lookUp('÷x')).toEqual([])
})

test('a file in any order is read, an empty one holds nothing', () => {
  const dictionary = dictionaryOf('zoo Z UW\nant AE N T\nmid M IH D\n')
  expect(['ant', 'mid', 'zoo'].map((word) => dictionary.lookUp(word).length)).toEqual([1, 1, 1])
  expect(dictionaryOf('').lookUp('a')).toEqual([])
})

test.each([
  ['en-us', 125_000],
  ['fr-fr', 62_000],
] as const)('every line of %s is found, under its word', (model, leastWords) => {
  const bytes = modelFile(`${model}/dict.txt`)
  const dictionary = readDictionary(bytes)
  const byWord = new Map<string, string[]>()
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    if (line === '' || line.startsWith(';;')) continue
    const [entry = '', ...phones] = line.split(/\s+/)
    const word = entry.replace(/\(\d+\)$/, '').toLowerCase()
    byWord.set(word, [...(byWord.get(word) ?? []), phones.join(' ')])
  }
  expect(byWord.size).toBeGreaterThan(leastWords)
  const wrong = [...byWord].filter(
    ([word, ways]) =>
      dictionary
        .lookUp(word)
        .map((way) => way.join(' '))
        .join() !== ways.join(),
  )
  expect(wrong).toEqual([])
})
