import { expect, test } from 'vitest'
import { guessLanguage } from '#alignment/language-guess.ts'
import { segment, transcript } from '../../support/transcripts.ts'

const guess = (text: string) => guessLanguage(transcript([segment(text, null, null)]))

test.each([
  [
    'en',
    'Good evening. Tonight we talk about a city, and about the people who would not let it disappear.',
  ],
  [
    'fr',
    'Bonsoir. Ce soir, nous parlons d’une ville et des gens qui ne voulaient pas la laisser dans l’oubli.',
  ],
  [
    'es',
    'Buenas noches. Esta noche hablamos de una ciudad y de los vecinos que no la dejaron desaparecer.',
  ],
  [
    'it',
    'Buonasera. Questa sera parliamo di una città e della gente che non voleva lasciarla scomparire.',
  ],
  [
    'de',
    'Guten Abend. Heute sprechen wir über eine Stadt und über die Menschen, die sie nicht aufgaben.',
  ],
  [
    'pt',
    'Boa noite. Hoje falamos de uma cidade e das pessoas que não a deixaram desaparecer, mas também do rio.',
  ],
  [
    'nl',
    'Goedenavond. Vanavond praten we over een stad en over de mensen die haar niet lieten verdwijnen.',
  ],
  ['ru', 'Добрый вечер. Сегодня мы говорим о городе и о людях, которые не дали ему исчезнуть.'],
  ['ar', 'مساء الخير. نتحدث الليلة عن مدينة وعن الناس الذين لم يتركوها تختفي.'],
])('a text in %s is recognised as one', (language, text) => {
  expect(guess(text)).toBe(language)
})

test.each([
  [
    'pl',
    'Ten skarb był nam tylko ciężarem. Czy ty już wiesz, dokąd to nas zabiera? Nie, ale tak jest lepiej.',
  ],
  ['fi', 'Hyvää iltaa. Tänään puhumme kaupungista ja ihmisistä, jotka eivät antaneet sen kadota.'],
  ['uk', 'Добрий вечір. Сьогодні ми говоримо про місто і про людей, які не дали йому зникнути.'],
  ['ja', '今晩は。今日はある町と、そこに住む人々の話をします。'],
  ['zh', '晚上好。今天我们谈谈一座城市,和那些不让它消失的人。'],
  [
    'und',
    'Habari ya jioni. Leo tunazungumza kuhusu mji na watu ambao hawakuuacha utoweke. Walikaa pamoja wakati wote, wakajenga upya nyumba zao, na sasa watoto wao wanacheza tena barabarani kila siku baada ya shule.',
  ],
])(
  'a text in %s, which has no model, is not taken for a language that has one',
  (language, text) => {
    expect(guess(text)).toBe(language)
  },
)

test.each([
  ['a text of three words', 'Yes, and then.'],
  ['a word of no language', 'cest '.repeat(12)],
  ['numbers', '1 2 3 4 5 6 7 8 9'],
  ['nothing', ''],
])('%s could be anything', (_, text) => {
  expect(guess(text)).toBeNull()
})
