import { expect, test } from 'vitest'
import { languageSupport, modelFilesOf, describeLanguageSupport } from '#alignment/languages.ts'

test.each([
  ['en', 'en-us', 'own-model'],
  ['en-GB', 'en-us', 'own-model'],
  ['eng', 'en-us', 'own-model'],
  ['EN_us', 'en-us', 'own-model'],
  ['fr-CA', 'fr-fr', 'own-model'],
  ['pt-BR', 'en-us', 'untried-rules'],
  ['es-419', 'en-us', 'letter-rules'],
  ['ru-Cyrl', 'en-us', 'letter-rules'],
  ['de-Latn-AT-1996', 'en-us', 'untried-rules'],
])('%s is heard with %s, by %s', (tag, model, quality) => {
  expect(languageSupport(tag)).toMatchObject({ model, quality })
})

test.each(['zh-Hant', 'ru-Latn', 'ar-Latn', 'en-Shaw', 'und', 'constructor', '', 'no language'])(
  '%s is heard with nothing',
  (tag) => {
    expect(languageSupport(tag)).toBeNull()
  },
)

test('the message says how the times were found, and how good they are', () => {
  expect(describeLanguageSupport('fr')).toBe(
    'Timed with the French speech model and its dictionary.',
  )
  expect(describeLanguageSupport('es-MX')).toMatch(
    /English speech model and rules for Spanish letters/,
  )
  expect(describeLanguageSupport('de')).toBe(
    'Timed with the English speech model and rules for German letters, which have not been tried on human voices yet.',
  )
  expect(describeLanguageSupport('ja')).toMatch(/estimated .* off by seconds/)
})

test('the acoustic model for another language is loaded without its dictionary', () => {
  expect(modelFilesOf(languageSupport('fr')!)).toEqual(['fr-fr'])
  expect(modelFilesOf(languageSupport('es')!)).toContain('en-us/means')
  for (const tag of ['es', 'de'])
    expect(modelFilesOf(languageSupport(tag)!)).not.toContain('en-us/dict.txt')
})
