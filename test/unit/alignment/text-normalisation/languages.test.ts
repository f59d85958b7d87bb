import { expect, test } from 'vitest'
import { read, say, stretches } from './verbalise.ts'

test.each([
  ['fr', 'L’homme qu’il a vu aujourd’hui', "l' homme qu' il a vu aujourd'hui"],
  ['fr', 'Jusqu’à quelqu’un, y a-t-il un cœur ?', "jusqu' à quelqu'un y a t il un coeur"],
  [
    'fr',
    'En 1987, 2 ou 3,5 %',
    'en mille neuf cent quatre vingt sept deux ou trois virgule cinq pour cent',
  ],
  [
    'fr',
    '3,50 € et 1 234 567 euros',
    'trois euros cinquante centimes et un million deux cent trente quatre mille cinq cent soixante sept euros',
  ],
  ['fr', 'à 15h30, à 1 h', 'à quinze heures trente à un heure'],
  [
    'fr',
    'M. Hugo, Mme Curie, le 1er et le 2e',
    'monsieur hugo madame curie le premier et le deuxième',
  ],
  ['fr', 'au XIXe siècle, chapitre IV', 'au dix neuvième siècle chapitre quatre'],
  ['fr', 'la SNCF', 'la s n c f'],
  [
    'es',
    'En 1987 costó 3,50 €',
    'en mil novecientos ochenta y siete costó tres euros con cincuenta céntimos',
  ],
  [
    'es',
    'El Sr. López, 5 %, 1.500 km',
    'el señor lópez cinco por ciento mil quinientos kilómetros',
  ],
  ['es', '$2 millones', 'dos millones de dólares'],
  [
    'it',
    'Nel 1987 l’amico, 3,5%',
    "nel millenovecentottantasette l'amico tre virgola cinque per cento",
  ],
  ['it', 'il Sig. Rossi, ecc.', 'il signor rossi eccetera'],
  [
    'de',
    'Im Jahr 1987 um 15:30 Uhr',
    'im jahr neunzehnhundertsiebenundachtzig um fünfzehn uhr dreißig',
  ],
  [
    'de',
    'am 3. Oktober z.B. 3,14 Mio. Euro',
    'am dritten oktober zum beispiel drei komma eins vier millionen euro',
  ],
  ['de', '1.500 € und 5 %', 'tausendfünfhundert euro und fünf prozent'],
  ['pt', 'O Sr. Silva, 5%, R$ 10', 'o senhor silva cinco por cento dez reais'],
  ['pt', 'às 15h30', 'às quinze horas e trinta'],
  ['nl', 'In 1987 om 15.30 uur', 'in negentien zevenentachtig om vijftien uur dertig'],
  ['nl', '€ 5 en 3,5 km', 'vijf euro en drie komma vijf kilometer'],
  [
    'ru',
    'В 1987 году, 5 %, № 3',
    'в тысяча девятьсот восемьдесят седьмом году пять процентов номер три',
  ],
  ['ru', 'в США и ФБР', 'в сша и ф б р'],
  ['ar', 'مُحَمَّـــد ٣', 'محمد ثلاثة'],
  ['xx', 'Ƙasa ta 3', 'ƙasa ta'],
])('%s: %s', async (language, text, spoken) => expect(await say(text, language)).toBe(spoken))

test('English of Britain counts with "and"', async () => {
  expect(await say('105', 'en-GB')).toBe('one hundred and five')
})

test('scripts without spaces give a stretch for each word', async () => {
  const words = await stretches('今天天气很好。', 'zh')
  expect(words.map((word) => word.split('=')[0]).join('')).toBe('今天天气很好')
  expect(words.length).toBeGreaterThan(2)
})

test('a line in another language is read as it stands', async () => {
  const lines = [
    { text: 'Year 1987', kind: 'speech' as const },
    { text: 'L’an 1987', kind: 'speech' as const, language: 'fr' },
  ]
  const words = await read({ language: 'en-US', lines })
  expect(words.map(({ spokenForm }) => spokenForm)).toEqual([
    'year',
    'nineteen',
    'eighty',
    'seven',
    "l'an",
  ])
})
