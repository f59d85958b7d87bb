import { toCardinal, toOrdinal } from 'n2words/fr-FR'
import type { LanguageRules } from '../language-rules.ts'
import { clockVerbaliser, european, romanNumeralVerbaliser } from './european.ts'
import { currencies, units } from './tables.ts'

/** Words that lose their vowel before another; the dictionary of the French model holds each of them. */
const elided = /^(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/u

export const french: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n),
  year: (n) => toCardinal(n),
  point: 'virgule',
  minus: 'moins',
  plus: 'plus',
  percent: 'pour cent',
  to: 'à',
  zero: 'zéro',
  ordinalEnding: /^(?:er|ère|re|e|è|ème|ième|nd|nde)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${hours === 1 ? 'une' : toCardinal(hours)} ${hours < 2 ? 'heure' : 'heures'} ${minutes === 0 ? '' : toCardinal(minutes)}`,
  fraction(top, bottom) {
    const names: Record<number, string> = { 2: 'demi', 3: 'tiers', 4: 'quart' }
    const name = names[bottom] ?? (bottom <= 10 ? toOrdinal(bottom) : null)
    return name && `${toCardinal(top)} ${name}${top > 1 && !name.endsWith('s') ? 's' : ''}`
  },
  currencies: currencies(
    '€ EUR: euro, euros, centime, centimes',
    '$ US$ USD: dollar, dollars, cent, cents',
    '£ GBP: livre, livres, penny, pence',
    '¥ JPY: yen, yens, sen, sen',
    'CHF: franc, francs, centime, centimes',
    '₽: rouble, roubles, kopeck, kopecks',
  ),
  andCents: '',
  ofMoney: "d'",
  scales: {
    mille: 'mille',
    million: 'million',
    millions: 'millions',
    milliard: 'milliard',
    milliards: 'milliards',
    m: 'millions',
    k: 'mille',
  },
  units: units(
    'km: kilomètre, kilomètres',
    'm: mètre, mètres',
    'cm: centimètre, centimètres',
    'mm: millimètre, millimètres',
    'km² km2: kilomètre carré, kilomètres carrés',
    'm² m2: mètre carré, mètres carrés',
    'm³: mètre cube, mètres cubes',
    'kg: kilo, kilos',
    'g: gramme, grammes',
    'l L: litre, litres',
    'ha: hectare, hectares',
    'min: minute, minutes',
    'km/h: kilomètre heure, kilomètres heure',
    '°: degré, degrés',
    '°C: degré, degrés',
    'h: heure, heures',
  ),
  signs: { '&': 'et', '+': 'plus', '@': 'arobase', '=': 'égale', '%': 'pour cent' },
  abbreviations: {
    'm.': 'monsieur',
    mm: 'messieurs',
    mme: 'madame',
    mmes: 'mesdames',
    mlle: 'mademoiselle',
    mlles: 'mesdemoiselles',
    dr: 'docteur',
    'pr.': 'professeur',
    me: 'me',
    st: 'saint',
    ste: 'sainte',
    etc: 'et cetera',
    'p.ex': 'par exemple',
    'cf.': 'confer',
    'c.-à-d': "c' est à dire",
    'av.': 'avenue',
    'bd.': 'boulevard',
    bd: 'boulevard',
  },
  beforeNumber: {
    'n°': 'numéro',
    nº: 'numéro',
    no: 'numéro',
    '№': 'numéro',
    '#': 'numéro',
    'p.': 'page',
    'pp.': 'pages',
    'art.': 'article',
    '§': 'paragraphe',
    'vol.': 'volume',
  },
  addressSigns: {
    '.': 'point',
    '@': 'arobase',
    '/': 'slash',
    '-': 'tiret',
    _: 'tiret',
    ':': 'deux points',
  },
  splitWord(word) {
    const said = word.replace(/œ/g, 'oe').replace(/æ/g, 'ae')
    const found = elided.exec(said)
    return found ? [found[0], ...french.splitWord(said.slice(found[0].length))] : [said]
  },
  verbalisers: [
    clockVerbaliser({ written: /^(?:h|H|heures?)$/, one: 'heure', more: 'heures' }),
    romanNumeralVerbaliser({
      counted: /^(?:chapitre|tome|livre|acte|scène|partie|article|guerre|titre)$/i,
      century: /^siècles?$/i,
      centuryIsOrdinal: true,
    }),
  ],
}
