import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Script } from '#alignment/script.ts'
import { loadScriptNormaliser } from '#alignment/text-normalisation/normalise-script.ts'
import { leastProcessorMs } from '../../../support/processor-time.ts'

const known = ['en', 'fr', 'es', 'it', 'de', 'pt', 'nl', 'ru', 'ar', 'zh', 'xx'] as const
const readers = new Map(
  await Promise.all(known.map(async (tag) => [tag, await loadScriptNormaliser(tag)] as const)),
)

/** Input that the rules look for, separated by bars. */
const pieces = (
  "1987|12|3.5|:|-|–|—| | |$|€|%|Mr.|NASA|FBI|'|’|(|)|[|]|♪|*|/|1|st|XIV|Louis|l’|homme|œ|م|ـ|今|½|²|@|.com" +
  '|http://|\ud800|Q.|\u00a0|000|h|II|№|#|+|&|٣|é|e\u0301|R$|million|a.m.|mai|July|4'
).split('|')

const written = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
)

test('every stretch lies in its line, in order, apart from the others or equal; what is said is words', () => {
  const line = fc.record({
    text: written,
    kind: fc.constantFrom('speech' as const, 'sound' as const),
  })
  const any = fc.record({
    language: fc.constantFrom(...known),
    lines: fc.array(line, { maxLength: 8 }),
  })
  fc.assert(
    fc.property(any, (script) => {
      let before = { line: 0, from: 0, to: 0 }
      for (const word of readers.get(script.language)!(script)) {
        const { length } = script.lines[word.line]!.text
        expect(word.from).toBeGreaterThanOrEqual(0)
        expect(word.to).toBeGreaterThan(word.from)
        expect(word.to).toBeLessThanOrEqual(length)
        const isSame =
          before.line === word.line && before.from === word.from && before.to === word.to
        const isAfter =
          word.line > before.line || (word.line === before.line && word.from >= before.to)
        expect(isSame || isAfter).toBe(true)
        expect(word.spokenForm).toMatch(/^[\p{L}\p{M}']+$/u)
        expect(word.spokenForm).toMatch(/\p{L}/u)
        expect(word.spokenForm).toBe(word.spokenForm.toLowerCase().normalize('NFC'))
        before = word
      }
    }),
    { numRuns: 400 },
  )
})

const oneLine = (text: string): Script => ({ language: 'en', lines: [{ text, kind: 'speech' }] })

test.each([
  ['words', 'word '],
  ['letters without a space', 'a'],
  ['digits', '7'],
  ['digits in groups', '123 '],
  ['punctuation', '!'],
  ['dashes', '—'],
  ['hyphens', 'a-'],
  ['opening brackets', '['],
  ['round brackets', '(a'],
  ['brackets in pairs', '()'],
  ['asterisks', '*a'],
  ['notes', '♪ a '],
  ['apostrophes', "'"],
  ['colons', 'A: '],
  ['dots', 'a.'],
  ['spaces', ' '],
  ['lone surrogates', '\ud800'],
  ['Chinese', '今天'],
])('a line of 200 KB of %s is read in linear time', { timeout: 60_000 }, async (_, unit) => {
  const time = (length: number) => {
    const text = unit.repeat(length / unit.length)
    return leastProcessorMs(2, () => {
      readers.get('en')!(oneLine(text))
      readers.get('fr')!(oneLine(text))
    })
  }
  const small = await time(20_000)
  expect(await time(200_000)).toBeLessThan(30 * small + 100)
})

test.each(['!', 'a', '7', '\ud800', '😀', '♪', '-', '—', 'é'])(
  'a line of 10 MB of %j says nothing, or little',
  { timeout: 30_000 },
  (unit) => {
    const words = readers.get('en')!(oneLine(unit.repeat(10_000_000 / unit.length)))
    expect(words.length).toBeLessThan(10)
  },
)

test('100,000 words are read in well under a second of work', { timeout: 60_000 }, async () => {
  const signs = 'On May 5, 1987, the well-known Mr. Smith didn’t pay $3.50 for it (he said)'
  const prose =
    'I was there when the people of the town came to see what had happened to us that day'
  const lines = Array.from({ length: 6000 }, (_, at) => ({
    text: at % 4 === 0 ? signs : prose,
    kind: 'speech' as const,
  }))
  const least = await leastProcessorMs(4, () => {
    expect(readers.get('en')!({ language: 'en', lines }).length).toBeGreaterThan(100_000)
  })
  expect(least).toBeLessThan(800)
})
