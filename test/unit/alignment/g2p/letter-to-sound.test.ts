import { describe, expect, test } from 'vitest'
import { phonesOf } from '#alignment/g2p/phones.ts'
import { compileLetterToSound } from '#alignment/g2p/rules/letter-to-sound.ts'
import { rulesByLanguage } from '#alignment/g2p/rules/rules-by-language.ts'
import { languageSupport } from '#alignment/languages.ts'
import { modelFile } from './model-file.ts'

describe('a table of rules', () => {
  const read = compileLetterToSound(
    { V: 'aeiou' },
    `
    _{kn}    N
    {k}      K
    {n}      N
    V{s}V    Z
    {s}      S
    {e}_     -
    {e|i}    IH
    {ar|a}   AA
    `,
  )

  test.each([
    ['knee', 'N IH'],
    ['akna', 'AA K N AA'],
    ['sase', 'S AA Z'],
    ['arsi', 'AA S IH'],
    ['q?q', ''],
    ['', ''],
  ])('reads %s as %s', (word, phones) => {
    expect(read(word).join(' ')).toBe(phones)
  })

  test('refuses what is no rule, an unknown class, and a context without end', () => {
    expect(() => compileLetterToSound({}, 'kn N')('a')).toThrow('No rule for letters: kn N')
    expect(() => compileLetterToSound({}, 'X{a} AA')('a')).toThrow('No class of letters X')
    expect(() => compileLetterToSound({ V: 'ae' }, 'V*{a} AA')('a')).toThrow('No rule for letters')
  })
})

test.each(['en-us', 'fr-fr'] as const)('the phones of %s are those of its package', (model) => {
  const set = JSON.parse(new TextDecoder().decode(modelFile(`${model}/phoneset.json`))) as object
  const inWords = Object.keys(set).filter((phone) => phone !== 'SIL' && !phone.startsWith('+'))
  expect([...phonesOf[model]].sort()).toEqual(inWords.sort())
})

describe.each(Object.entries(rulesByLanguage))('the rules of %s', (name, { letters, variants }) => {
  const phones = phonesOf[languageSupport(name)!.model]
  const isLatin = !['ru', 'ar'].includes(name)
  const alphabet = [...(isLatin ? 'abcdefghijklmnopqrstuvwxyz' : ''), ...letters]

  test('say only what the model knows, for every two letters in every place', () => {
    const said = new Set<string>()
    const contexts = ['', 'a', 'b', 'e', 't', letters[0] ?? '']
    for (const read of variants)
      for (const one of alphabet)
        for (const other of alphabet)
          for (const context of contexts)
            for (const word of [context + one + other, one + other + context])
              for (const phone of read(word)) said.add(phone)
    expect([...said].filter((phone) => !phones.has(phone))).toEqual([])
    expect(said.size).toBeGreaterThan(20)
  })

  test('give a consonant for every consonant but the silent ones', () => {
    const [read] = variants
    const silent = alphabet.filter(
      (letter) => read!(`a${letter}a`).length <= read!('aa').length - 1,
    )
    expect(silent).toEqual([])
  })
})

const table: Record<string, Record<string, string>> = {
  en: {
    knight: 'N AY T',
    phone: 'F OW N',
    church: 'CH ER CH',
    nation: 'N EY SH AH N',
    queen: 'K W IY N',
  },
  fr: {
    agneau: 'aa gn au',
    chanson: 'ch an ss on',
    famille: 'ff aa mm ii yy',
    nuit: 'nn uy ii',
    roi: 'rr ww aa',
    maison: 'mm ai zz on',
    vingt: 'vv in',
  },
  es: {
    hijo: 'IY HH OW',
    guerra: 'G EH R AA',
    pingüino: 'P IY NG G W IY N OW',
    ciudad: 'S Y UW DH AA DH',
    año: 'AA N Y OW',
    país: 'P AA IY S',
    reina: 'R EY N AA',
  },
  it: {
    famiglia: 'F AA M IY L Y AA',
    ghiaccio: 'G Y AA CH OW',
    scienza: 'SH EH N T S AA',
    bisogna: 'B IY Z OW N Y AA',
    anche: 'AA NG K EH',
    sbaglio: 'Z B AA L Y OW',
  },
  de: {
    straße: 'SH T R AA S AH',
    deutschland: 'D OY CH L AA N T',
    häuser: 'HH OY Z ER',
    sechs: 'Z EH K S',
    pferd: 'P F EH R T',
    gehen: 'G EY AH N',
  },
  pt: {
    coração: 'K OW R AA S AW N',
    trabalho: 'T R AA B AA L Y UW',
    cidade: 'S IY D AA JH IY',
    brasil: 'B R AA Z IY W',
    exemplo: 'EH Z EH M P L UW',
  },
  nl: {
    schrijven: 'S HH R EY V AH',
    huis: 'HH AW S',
    politie: 'P OW L IY T S IY',
    moeilijk: 'M UW IY L AH K',
    eeuw: 'EY UW',
  },
  ru: {
    город: 'G AH R AH T',
    что: 'SH T AO',
    друг: 'D R UW K',
    россия: 'R AH S IY Y AH',
    автобус: 'AH F T AH B UW S',
    шёл: 'SH AO L',
  },
  ar: {
    السلام: 'AH S AH L AA M',
    كتاب: 'K AH T AA B',
    محمد: 'M AH HH AH M AH D',
    يوم: 'Y AW M',
    مدرسة: 'M AH D AH R AH S AH',
  },
}

describe.each(Object.entries(table))('in %s', (name, words) => {
  const { variants } = rulesByLanguage[name as keyof typeof rulesByLanguage]
  test.each(Object.entries(words))('%s sounds as %s', (word, phones) => {
    expect(variants[0]!(word).join(' ')).toBe(phones)
  })
})

test('what is not written has more than one reading: stress in Russian, short vowels in Arabic', () => {
  const ways = (name: 'ru' | 'ar', word: string) =>
    rulesByLanguage[name].variants.map((read) => read(word).join(' '))
  expect(ways('ru', 'хорошо')).toContain('HH AH R AH SH AO')
  expect(ways('ar', 'كتاب')).toContain('K IH T AA B')
})
