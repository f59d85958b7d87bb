import { toCardinal, toOrdinal } from 'n2words/it-IT'
import type { LanguageRules } from '../language-rules.ts'
import { european, romanNumeralVerbaliser } from './european.ts'
import { currencies, units } from './tables.ts'

export const italian: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n),
  year: (n) => toCardinal(n),
  point: 'virgola',
  minus: 'meno',
  plus: 'più',
  percent: 'per cento',
  to: 'a',
  zero: 'zero',
  ordinalEnding: /^(?:º|ª|°|o|a)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${hours === 1 ? 'una' : toCardinal(hours)} ${minutes === 0 ? '' : `e ${toCardinal(minutes)}`}`,
  fraction(top, bottom) {
    if (bottom === 2) return 'mezzo'
    if (bottom > 10) return null
    const name = toOrdinal(bottom)
    return `${top === 1 ? 'un' : toCardinal(top)} ${top === 1 ? name : name.replace(/o$/, 'i')}`
  },
  currencies: currencies(
    '€ EUR: euro, euro, centesimo, centesimi',
    '$ US$ USD: dollaro, dollari, centesimo, centesimi',
    '£ GBP: sterlina, sterline, penny, pence',
    '¥ JPY: yen, yen, sen, sen',
  ),
  andCents: 'e',
  ofMoney: 'di',
  scales: {
    mila: 'mila',
    milione: 'milione',
    milioni: 'milioni',
    miliardo: 'miliardo',
    miliardi: 'miliardi',
    mln: 'milioni',
    mld: 'miliardi',
  },
  units: units(
    'km: chilometro, chilometri',
    'm: metro, metri',
    'cm: centimetro, centimetri',
    'mm: millimetro, millimetri',
    'km² km2 kmq: chilometro quadrato, chilometri quadrati',
    'm² m2 mq: metro quadrato, metri quadrati',
    'kg: chilo, chili',
    'g: grammo, grammi',
    'l L: litro, litri',
    'min: minuto, minuti',
    'h: ora, ore',
    'km/h: chilometro orario, chilometri orari',
    '°: grado, gradi',
    '°C: grado, gradi',
  ),
  signs: { '&': 'e', '+': 'più', '@': 'chiocciola', '=': 'uguale', '%': 'per cento' },
  abbreviations: {
    'sig.': 'signor',
    'sigg.': 'signori',
    sig: 'signor',
    'sig.ra': 'signora',
    'dott.': 'dottor',
    dott: 'dottor',
    'dott.ssa': 'dottoressa',
    'dr.': 'dottor',
    'prof.': 'professor',
    'prof.ssa': 'professoressa',
    'avv.': 'avvocato',
    'ing.': 'ingegner',
    'on.': 'onorevole',
    ecc: 'eccetera',
    etc: 'eccetera',
    's.': 'san',
  },
  beforeNumber: {
    'n.': 'numero',
    'n°': 'numero',
    nº: 'numero',
    '#': 'numero',
    'p.': 'pagina',
    'pag.': 'pagina',
    'art.': 'articolo',
    'vol.': 'volume',
  },
  addressSigns: {
    '.': 'punto',
    '@': 'chiocciola',
    '/': 'barra',
    '-': 'trattino',
    _: 'trattino basso',
    ':': 'due punti',
  },
  verbalisers: [
    romanNumeralVerbaliser({
      counted: /^(?:mondiale|guerra)$/i,
      century: /^(?:secol[oi]|capitolo|atto|libro|papa|re)$/i,
      centuryIsOrdinal: true,
    }),
  ],
}
