import type { LanguageRules } from '../language-rules.ts'
import { unknownLanguage } from './unknown.ts'

const loaders: Readonly<Record<string, () => Promise<LanguageRules>>> = {
  en: async () => {
    const [{ createEnglish }, words] = await Promise.all([
      import('./english.ts'),
      import('n2words/en-US'),
    ])
    return createEnglish(words)
  },
  'en-gb': async () => {
    const [{ createEnglish }, words] = await Promise.all([
      import('./english.ts'),
      import('n2words/en-GB'),
    ])
    return createEnglish(words)
  },
  fr: async () => (await import('./french.ts')).french,
  es: async () => (await import('./spanish.ts')).spanish,
  it: async () => (await import('./italian.ts')).italian,
  de: async () => (await import('./german.ts')).german,
  pt: async () => (await import('./portuguese.ts')).portuguese,
  nl: async () => (await import('./dutch.ts')).dutch,
  ru: async () => (await import('./russian.ts')).russian,
  ar: async () => (await import('./arabic.ts')).arabic,
}

/** `tag`: BCP 47. Languages without rules get `unknownLanguage`. */
export function loadLanguageRules(tag: string): Promise<LanguageRules> {
  const parts = tag.toLowerCase().split(/[-_]/)
  const load = loaders[parts.join('-')] ?? loaders[parts[0]!]
  return load ? load().then(cacheNumbers) : Promise.resolve(unknownLanguage)
}

/** Caches cardinals: texts repeat their numbers, and n2words takes microseconds for each. */
function cacheNumbers(language: LanguageRules): LanguageRules {
  const known = new Map<number, string>()
  const cardinal = (n: number) => {
    let words = known.get(n)
    if (words === undefined) {
      words = language.cardinal(n)
      if (n < 10_000) known.set(n, words)
    }
    return words
  }
  return { ...language, cardinal }
}
