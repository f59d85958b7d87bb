import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageSupport } from '#alignment/languages.ts'
import { readDictionary } from '#alignment/g2p/pronunciation-dictionary.ts'
import { phonesOf } from '#alignment/g2p/phones.ts'
import { createLexicon } from '#alignment/g2p/lexicon.ts'
import { modelFile } from './model-file.ts'
import { leastProcessorMs } from '../../../support/processor-time.ts'

const english = readDictionary(modelFile('en-us/dict.txt'))
const french = readDictionary(modelFile('fr-fr/dict.txt'))

const pronouncerOf = (language: string) =>
  createLexicon({
    language,
    dictionary: { 'en-us': english, 'fr-fr': french }[languageSupport(language)!.model],
  })
const say = (language: string, word: string) =>
  pronouncerOf(language)
    .pronounce(word)
    .map((way) => way.join(' '))

describe('a word is said', () => {
  test('as the listener says it, then as the dictionary does', () => {
    const own = new Map([['tomato', [['T', 'AA', 'M']]]])
    const { pronounce } = createLexicon({ language: 'en', dictionary: english, own })
    const ways = pronounce('tomato').map((way) => way.join(' '))
    expect(ways).toEqual(['T AA M', 'T AH M EY T OW', 'T AH M AA T OW'])
  })

  test('not as a listener says who names phones that the model lacks', () => {
    const own = new Map([['podcast', [['P', 'ZZ'], []]]])
    const { pronounce } = createLexicon({ language: 'en', dictionary: english, own })
    expect(pronounce('podcast')[0]?.join(' ')).toBe('P AO D K AE S T')
  })

  test.each([
    ['the dictionary', 'en-GB', "don't", 'D OW N T'],
    ['the dictionary, whatever case and apostrophe', 'en', 'DON’T', 'D OW N T'],
    ['a word and its possessive', 'en', "bloodbath's", 'B L AH D B AE TH S'],
    ['a word and its plural', 'en', 'bloodbaths', 'B L AH D B AE TH S'],
    ['a word whose e was cut', 'en', 'retweeting', 'R IY T W IY T IH NG'],
    ['two words in one', 'en', 'bookcat', 'B UH K K AE T'],
    ['two words with a hyphen', 'en', 'cat-dog', 'K AE T D AO G'],
    ['its letters', 'en', 'raqqa', 'R AE K K AH'],
    ['names of letters', 'en', 'bxq', 'B IY EH K S K Y UW'],
    ['a French word behind an apostrophe', 'fr', "d'homme", 'dd oo mm'],
    ['a word whose ligature is two letters', 'fr', 'cœur', 'kk oe rr'],
    ['a word without its marks', 'en', 'café', 'K AH F EY'],
    ['French letters', 'fr', 'zorglubette', 'zz oo rr gg ll uu bb ai tt'],
    ['Spanish letters, though English has the word', 'es', 'come', 'K OW M EH'],
    ['names of Spanish letters', 'es', 'pp', 'P EH P EH'],
    ['names of English letters in Russian', 'ru', 'bbc', 'B IY B IY S IY'],
    ['names of English letters in Arabic', 'ar', 'bbc', 'B IY B IY S IY'],
  ])('by %s', (_, language, word, first) => {
    expect(say(language, word)[0]).toBe(first)
  })

  test.each([
    ['a mark that the language does not have', 'en', 'čapek', say('en', 'capek')],
    ['Cyrillic letters in Spanish', 'es', 'москва', say('es', 'moskva')],
    ['Latin letters in Russian', 'ru', 'phone', ['F OW N', 'F OW N EY']],
    ['Chinese characters', 'en', '北京', ['AH AH']],
    ['letters of an unknown script, half as many', 'fr', 'საქა', ['ee ee']],
  ])('for %s', (_, language, word, ways) => {
    expect(say(language, word)).toEqual(ways)
  })

  test('with nothing at all where nothing is written that can be said', () => {
    expect(say('en', '')).toEqual([])
    expect(say('en', "'-'")).toEqual([])
    expect(say('en', '\ud800')).toEqual([])
  })
})

const languages = ['en', 'fr', 'es', 'it', 'de', 'pt', 'nl', 'ru', 'ar']

test.each(languages)(
  '%s: any word with a letter has one to four ways, in the model’s phones',
  (language) => {
    const { pronounce } = pronouncerOf(language)
    const phones = phonesOf[languageSupport(language)!.model]
    const word = fc.oneof(
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.string({ unit: fc.constantFrom(..."abceghiouüéßжя'-ابيم\ud800\udc00"), maxLength: 12 }),
    )
    fc.assert(
      fc.property(word, (word) => {
        const ways = pronounce(word)
        const hasLetter = /\p{L}/u.test(word.normalize('NFC').toLowerCase())
        expect(ways.length).toBeGreaterThanOrEqual(hasLetter ? 1 : 0)
        expect(ways.length).toBeLessThanOrEqual(hasLetter ? 4 : 0)
        for (const way of ways) {
          expect(way.length).toBeGreaterThan(0)
          expect(way.filter((phone) => !phones.has(phone))).toEqual([])
        }
      }),
    )
  },
)

test.each(languages)(
  '%s: a hundred times the letters take no more than five hundred times as long',
  async (language) => {
    const { pronounce } = pronouncerOf(language)
    const letters = { ru: 'городе', ar: 'مدرسة' }[language] ?? 'straeine'
    const timed = async (times: number, length: number) => {
      const words = Array.from({ length: times }, () => letters.repeat(length))
      const ms = await leastProcessorMs(2, () => words.forEach((word) => pronounce(word)))
      return ms / times
    }
    await timed(20, 20)
    expect(await timed(5, 2000)).toBeLessThan(500 * Math.max(await timed(100, 20), 0.05))
  },
)

test('a word without an end in hyphens and apostrophes is read as well', () => {
  const { pronounce } = pronouncerOf('en')
  expect(pronounce("a-'".repeat(3000))[0]).toHaveLength(3000)
})

test('a language without a model is our own mistake', () => {
  expect(() => createLexicon({ language: 'zh', dictionary: null })).toThrow(
    'There is no speech model for zh',
  )
})
