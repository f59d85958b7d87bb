import { toCardinal, toOrdinal } from 'n2words/nl-NL'
import type { LanguageRules } from '../language-rules.ts'
import { clockVerbaliser, european } from './european.ts'
import { currencies, units } from './tables.ts'

/** As most say it: negentien zevenentachtig; 1900 and the years from 2000 as numbers. */
function year(n: number): string {
  const rest = n % 100
  if (n < 1100 || n >= 2000 || rest < 10) return toCardinal(n)
  return `${toCardinal(Math.floor(n / 100))} ${toCardinal(rest)}`
}

export const dutch: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n),
  year,
  point: 'komma',
  minus: 'min',
  plus: 'plus',
  percent: 'procent',
  to: 'tot',
  zero: 'nul',
  ordinalEnding: /^(?:e|ste|de)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${toCardinal(hours)} uur ${minutes === 0 ? '' : toCardinal(minutes)}`,
  fraction(top, bottom) {
    if (bottom > 10) return null
    return bottom === 2
      ? 'een half'
      : bottom === 4
        ? `${toCardinal(top)} kwart`
        : `${toCardinal(top)} ${toOrdinal(bottom)}`
  },
  currencies: currencies(
    '€ EUR: euro, euro, cent, cent',
    '$ US$ USD: dollar, dollar, cent, cent',
    '£ GBP: pond, pond, penny, pence',
    '¥ JPY: yen, yen, sen, sen',
  ),
  andCents: '',
  scales: {
    duizend: 'duizend',
    miljoen: 'miljoen',
    miljard: 'miljard',
    mln: 'miljoen',
    mld: 'miljard',
  },
  units: units(
    'km: kilometer',
    'm: meter',
    'cm: centimeter',
    'mm: millimeter',
    'km² km2: vierkante kilometer',
    'm² m2: vierkante meter',
    'kg: kilo',
    'g: gram',
    'l L: liter',
    'km/u: kilometer per uur',
    'km/h: kilometer per uur',
    'min: minuut, minuten',
    '°: graad, graden',
    '°C: graad, graden',
  ),
  signs: { '&': 'en', '+': 'plus', '@': 'apenstaartje', '=': 'is', '%': 'procent' },
  abbreviations: {
    'dhr.': 'de heer',
    dhr: 'de heer',
    'mevr.': 'mevrouw',
    mevr: 'mevrouw',
    'mw.': 'mevrouw',
    'dr.': 'doctor',
    dr: 'doctor',
    'prof.': 'professor',
    'drs.': 'doctorandus',
    'ir.': 'ingenieur',
    'ing.': 'ingenieur',
    'mr.': 'meester',
    'st.': 'sint',
    'bijv.': 'bijvoorbeeld',
    'enz.': 'enzovoort',
    enz: 'enzovoort',
    'o.a': 'onder andere',
    'd.w.z': 'dat wil zeggen',
    'm.a.w': 'met andere woorden',
    etc: 'et cetera',
    'ca.': 'circa',
    'i.p.v': 'in plaats van',
    "'t": 'het',
    "'s": 's',
  },
  beforeNumber: {
    'nr.': 'nummer',
    nr: 'nummer',
    '#': 'nummer',
    'p.': 'pagina',
    'blz.': 'bladzijde',
    'art.': 'artikel',
    'vol.': 'volume',
  },
  addressSigns: {
    '.': 'punt',
    '@': 'apenstaartje',
    '/': 'slash',
    '-': 'streepje',
    _: 'laag streepje',
    ':': 'dubbele punt',
  },
  verbalisers: [clockVerbaliser({ written: /^uur$/i, one: 'uur', more: 'uur' })],
}
