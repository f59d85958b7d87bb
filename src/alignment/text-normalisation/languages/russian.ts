import { toCardinal, toOrdinal } from 'n2words/ru-RU'
import type { Verbaliser, LanguageRules } from '../language-rules.ts'
import { european, romanNumeralVerbaliser } from './european.ts'
import { currencies, units } from './tables.ts'

const endings: Readonly<Record<string, readonly [hard: string, soft: string]>> = {
  год: ['', ''],
  года: ['ого', 'его'],
  году: ['ом', 'ем'],
  годом: ['ым', 'им'],
}

/** 1987 году: years are ordinals in the case of their word; "г." stands for the commonest. */
const readYear: Verbaliser = ({ tokens, at, language }) => {
  const { text } = tokens[at]!
  const next = tokens[at + 1]
  const word = next?.text === 'г' ? 'году' : (next?.text.toLowerCase() ?? '')
  if (!/^[12]\d{3}$/.test(text) || !Object.hasOwn(endings, word)) return null
  const [hard, soft] = endings[word]!
  const ordinal = language.ordinal(Number(text))
  const declined =
    hard === '' ? ordinal : ordinal.replace(/(?:ый|ой)$/, hard).replace(/(?:ий)$/, `ь${soft}`)
  return [declined, word]
}

/** Two decimals as a number, without the word for hundredths, which changes with it. */
export const russian: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n).replace(/^одна тысяча/, 'тысяча'),
  year: (n) => toCardinal(n).replace(/^одна тысяча/, 'тысяча'),
  point: 'запятая',
  minus: 'минус',
  plus: 'плюс',
  percent: 'процентов',
  to: '',
  zero: 'ноль',
  ordinalEnding: /^(?:й|я|е|го|му|м|х|ый|ая|ое|ого)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${toCardinal(hours)} ${minutes === 0 ? 'ноль ноль' : toCardinal(minutes)}`,
  fraction: (top, bottom) =>
    top === 1 && bottom === 2
      ? 'одна вторая'
      : top === 1 && bottom === 3
        ? 'одна треть'
        : top === 1 && bottom === 4
          ? 'одна четверть'
          : null,
  currencies: currencies(
    '₽ RUB: рубль, рублей, копейка, копеек',
    '$ US$ USD: доллар, долларов, цент, центов',
    '€ EUR: евро, евро, цент, центов',
    '£ GBP: фунт, фунтов, пенни, пенсов',
  ),
  andCents: '',
  scales: {
    тысяч: 'тысяч',
    тыс: 'тысяч',
    миллион: 'миллион',
    миллиона: 'миллиона',
    миллионов: 'миллионов',
    млн: 'миллионов',
    миллиарда: 'миллиарда',
    миллиардов: 'миллиардов',
    млрд: 'миллиардов',
  },
  units: units(
    'км: километр, километров',
    'м: метр, метров',
    'см: сантиметр, сантиметров',
    'мм: миллиметр, миллиметров',
    'кг: килограмм, килограммов',
    'г: грамм, граммов',
    'л: литр, литров',
    'км/ч: километр в час, километров в час',
    'мин: минута, минут',
    '°: градус, градусов',
    '°C: градус, градусов',
    'тыс: тысяча, тысяч',
    'млн: миллион, миллионов',
    'млрд: миллиард, миллиардов',
    'руб: рубль, рублей',
  ),
  signs: { '&': 'и', '+': 'плюс', '@': 'собака', '=': 'равно', '%': 'процентов' },
  abbreviations: {
    'т.е': 'то есть',
    'т.д': 'так далее',
    'т.п': 'тому подобное',
    'др.': 'другие',
    'г-н': 'господин',
    'г-жа': 'госпожа',
    'проф.': 'профессор',
    'ул.': 'улица',
    'руб.': 'рублей',
    'им.': 'имени',
    'напр.': 'например',
  },
  beforeNumber: {
    '№': 'номер',
    '#': 'номер',
    'стр.': 'страница',
    'ст.': 'статья',
    'гл.': 'глава',
    'п.': 'пункт',
    '§': 'параграф',
  },
  addressSigns: {
    '.': 'точка',
    '@': 'собака',
    '/': 'слэш',
    '-': 'дефис',
    _: 'подчёркивание',
    ':': 'двоеточие',
  },
  verbalisers: [
    readYear,
    romanNumeralVerbaliser({
      counted: /^(?:глава|том|часть|акт)$/i,
      century: /^век[аеу]?$/i,
      centuryIsOrdinal: true,
    }),
  ],
}
