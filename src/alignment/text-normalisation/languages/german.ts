import { toCardinal, toOrdinal } from 'n2words/de-DE'
import type { Verbaliser, LanguageRules } from '../language-rules.ts'
import { clockVerbaliser, european } from './european.ts'
import { currencies, units } from './tables.ts'

const named =
  /^(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahrhunderts?|mal|klasse|platz|geburtstag|weltkriegs?)$/i

/** 3. Oktober, 20. Jahrhundert: the dot makes an ordinal; after "am", "dem" and the like it is declined. */
const readOrdinal: Verbaliser = ({ tokens, at, language }) => {
  const { text, isDotted } = tokens[at]!
  const isBeforeName = named.test(tokens[at + 1]?.text ?? '') || /^\d{1,2}\.\d{1,2}$/.test(text)
  if (!isDotted || !/^\d{1,3}$/.test(text) || Number(text) === 0 || !isBeforeName) return null
  const isPlain = /^(?:der|die|das|ein|eine)$/i.test(tokens[at - 1]?.text ?? '')
  return [language.ordinal(Number(text)) + (isPlain ? '' : 'n')]
}

/** Neunzehnhundert, not eintausendneunhundert. */
function year(n: number): string {
  if (n < 1100 || n > 1999) return toCardinal(n)
  const rest = n % 100
  return `${toCardinal(Math.floor(n / 100))}hundert${rest === 0 ? '' : toCardinal(rest)}`
}

export const german: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n).replace(/^ein(?=tausend|hundert)/, ''),
  ordinal: (n) => toOrdinal(n),
  year,
  saysDecimalsAsNumber: false,
  point: 'komma',
  minus: 'minus',
  plus: 'plus',
  percent: 'prozent',
  to: 'bis',
  zero: 'null',
  ordinalEnding: /^(?:te|ter|ten|tes|ste|ster|sten)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${hours === 1 ? 'ein' : toCardinal(hours)} uhr ${minutes === 0 ? '' : toCardinal(minutes)}`,
  fraction(top, bottom) {
    if (bottom === 2) return 'ein halb'
    if (bottom > 10) return null
    return `${top === 1 ? 'ein' : toCardinal(top)} ${bottom === 3 ? 'drittel' : bottom === 7 ? 'siebtel' : bottom === 8 ? 'achtel' : `${toCardinal(bottom)}tel`}`
  },
  currencies: currencies(
    '€ EUR: euro, euro, cent, cent',
    '$ US$ USD: dollar, dollar, cent, cent',
    '£ GBP: pfund, pfund, penny, pence',
    'CHF: franken, franken, rappen, rappen',
    '¥ JPY: yen, yen, sen, sen',
    'DM: mark, mark, pfennig, pfennig',
  ),
  andCents: '',
  scales: {
    tausend: 'tausend',
    million: 'million',
    millionen: 'millionen',
    milliarde: 'milliarde',
    milliarden: 'milliarden',
    mio: 'millionen',
    mrd: 'milliarden',
    tsd: 'tausend',
  },
  units: units(
    'km: kilometer',
    'm: meter',
    'cm: zentimeter',
    'mm: millimeter',
    'km² km2 qkm: quadratkilometer',
    'm² m2 qm: quadratmeter',
    'm³: kubikmeter',
    'kg: kilogramm',
    'g: gramm',
    'l L: liter',
    'ha: hektar',
    'km/h: stundenkilometer',
    'min: minute, minuten',
    'h: stunde, stunden',
    '°: grad',
    '°C: grad celsius',
    'kW: kilowatt',
    'kWh: kilowattstunde, kilowattstunden',
    'Mio: million, millionen',
    'Mrd: milliarde, milliarden',
  ),
  signs: { '&': 'und', '+': 'plus', '@': 'ät', '=': 'gleich', '%': 'prozent' },
  abbreviations: {
    'dr.': 'doktor',
    dr: 'doktor',
    'prof.': 'professor',
    'hr.': 'herr',
    'hrn.': 'herrn',
    'fr.': 'frau',
    'st.': 'sankt',
    'str.': 'straße',
    'z.b': 'zum beispiel',
    'z.': 'zum',
    'b.': 'beispiel',
    'd.h': 'das heißt',
    'u.a': 'unter anderem',
    'usw.': 'und so weiter',
    usw: 'und so weiter',
    bzw: 'beziehungsweise',
    ca: 'circa',
    'etc.': 'et cetera',
    etc: 'et cetera',
    'vgl.': 'vergleiche',
    'ggf.': 'gegebenenfalls',
    'evtl.': 'eventuell',
    'inkl.': 'inklusive',
    'sog.': 'sogenannte',
    'mio.': 'millionen',
    'mrd.': 'milliarden',
  },
  beforeNumber: {
    'nr.': 'nummer',
    nr: 'nummer',
    '#': 'nummer',
    's.': 'seite',
    'art.': 'artikel',
    'abs.': 'absatz',
    '§': 'paragraph',
    'bd.': 'band',
    'kap.': 'kapitel',
  },
  addressSigns: {
    '.': 'punkt',
    '@': 'ät',
    '/': 'slash',
    '-': 'minus',
    _: 'unterstrich',
    ':': 'doppelpunkt',
  },
  verbalisers: [clockVerbaliser({ written: /^Uhr$/i, one: 'uhr', more: 'uhr' }), readOrdinal],
}
