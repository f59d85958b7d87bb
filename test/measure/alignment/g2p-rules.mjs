/**
 * The error of the letter rules against the dictionaries: `node test/measure/alignment/g2p-rules.mjs`.
 * Every fifth word of a dictionary is removed from the lexicon, so that it is pronounced from its parts and letters.
 * Each word is compared with the nearest pronunciation in the dictionary. "First": only the likeliest reading; "best": the
 * nearest of all readings, which a search in the audio would choose.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'vite'

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
})
const load = (path) => server.ssrLoadModule(`/src/alignment/g2p/${path}`)
const { readDictionary } = await load('pronunciation-dictionary.ts')
const { createLexicon } = await load('lexicon.ts')
const { rulesByLanguage } = await load('rules/rules-by-language.ts')

for (const [language, model] of [
  ['en', 'en-us'],
  ['fr', 'fr-fr'],
]) {
  const path = `node_modules/soundswallower/model/${model}/dict.txt`
  const bytes = new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)))
  const dictionary = readDictionary(bytes)
  const words = wordsOf(bytes).filter((_, index) => index % 5 === 0)
  let hidden = ''
  const withoutWord = {
    lookUp: (word) => (word === hidden ? [] : dictionary.lookUp(word)),
  }
  const lexicon = createLexicon({ language, dictionary: withoutWord })
  const { variants } = rulesByLanguage[language]
  const ways = {
    'letters alone': (word) => variants.map((toPhones) => toPhones(word)),
    'parts, then letters': (word) => {
      hidden = word
      return lexicon.pronounce(word)
    },
  }
  console.table(
    Object.fromEntries(
      Object.entries(ways).map(([name, waysOf]) => [
        `${language}: ${name}`,
        measure(words, { waysOf, dictionary }),
      ]),
    ),
  )
}
await server.close()

function wordsOf(bytes) {
  const lines = new TextDecoder().decode(bytes).toLowerCase().split('\n')
  const words = lines.map((line) => line.split(/[\s(]/)[0])
  return [...new Set(words)].filter((word) => /^\p{L}[\p{L}']+$/u.test(word))
}

function measure(words, { waysOf, dictionary }) {
  const sum = { phones: 0, first: 0, best: 0, near: 0, exact: 0 }
  for (const word of words) {
    const written = dictionary.lookUp(word)
    const errors = waysOf(word).map((way) => errorsAgainst(written, way))
    const best = Math.min(...errors.map(({ count }) => count))
    sum.phones += errors[0].of
    sum.first += errors[0].count
    sum.best += best
    if (best <= 1) sum.near++
    if (best === 0) sum.exact++
  }
  const percent = (part, whole) => Number(((100 * part) / whole).toFixed(1))
  return {
    words: words.length,
    'phone errors, first %': percent(sum.first, sum.phones),
    'phone errors, best %': percent(sum.best, sum.phones),
    'within 1 phone %': percent(sum.near, words.length),
    'right %': percent(sum.exact, words.length),
  }
}

function errorsAgainst(written, way) {
  const all = written.map((phones) => ({ count: distance(phones, way), of: phones.length }))
  return all.reduce((least, each) => (each.count < least.count ? each : least))
}

/** Levenshtein. */
function distance(a, b) {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [row, phone] of a.entries()) {
    const line = [row + 1]
    for (const [column, other] of b.entries()) {
      const change = above[column] + (phone === other ? 0 : 1)
      line.push(Math.min(change, above[column + 1] + 1, line[column] + 1))
    }
    above = line
  }
  return above.at(-1)
}
