import { toCardinal, toOrdinal } from 'n2words/pt-PT'
import type { LanguageRules } from '../language-rules.ts'
import { clockVerbaliser, european, romanNumeralVerbaliser } from './european.ts'
import { currencies, units } from './tables.ts'

export const portuguese: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n),
  year: (n) => toCardinal(n),
  point: 'vírgula',
  minus: 'menos',
  plus: 'mais',
  percent: 'por cento',
  to: 'a',
  zero: 'zero',
  ordinalEnding: /^\.?(?:º|ª|o|a)$/,
  timeOfDay: ({ hours, minutes }) =>
    `${hours === 1 ? 'uma' : hours === 2 ? 'duas' : toCardinal(hours)} ${minutes === 0 ? 'horas' : `e ${toCardinal(minutes)}`}`,
  fraction(top, bottom) {
    const names: Record<number, string> = { 2: 'meio', 3: 'terço', 4: 'quarto' }
    const name = names[bottom] ?? (bottom <= 10 ? toOrdinal(bottom) : null)
    return name && (bottom === 2 ? name : `${toCardinal(top)} ${name}${top > 1 ? 's' : ''}`)
  },
  currencies: currencies(
    '€ EUR: euro, euros, cêntimo, cêntimos',
    '$ US$ USD: dólar, dólares, cêntimo, cêntimos',
    'R$ BRL: real, reais, centavo, centavos',
    '£ GBP: libra, libras, péni, pence',
    '¥ JPY: iene, ienes, sen, sen',
  ),
  andCents: 'e',
  ofMoney: 'de',
  scales: {
    mil: 'mil',
    milhão: 'milhão',
    milhões: 'milhões',
    bilhão: 'bilhão',
    bilhões: 'bilhões',
    m: 'milhões',
  },
  units: units(
    'km: quilómetro, quilómetros',
    'm: metro, metros',
    'cm: centímetro, centímetros',
    'mm: milímetro, milímetros',
    'km² km2: quilómetro quadrado, quilómetros quadrados',
    'm² m2: metro quadrado, metros quadrados',
    'kg: quilo, quilos',
    'g: grama, gramas',
    'l L: litro, litros',
    'min: minuto, minutos',
    'km/h: quilómetro por hora, quilómetros por hora',
    '°: grau, graus',
    '°C: grau, graus',
  ),
  signs: { '&': 'e', '+': 'mais', '@': 'arroba', '=': 'igual', '%': 'por cento' },
  abbreviations: {
    'sr.': 'senhor',
    'sra.': 'senhora',
    'srs.': 'senhores',
    sr: 'senhor',
    sra: 'senhora',
    'dr.': 'doutor',
    'dra.': 'doutora',
    'prof.': 'professor',
    'profa.': 'professora',
    'd.': 'dona',
    'eng.': 'engenheiro',
    etc: 'et cetera',
    'av.': 'avenida',
    'sto.': 'santo',
    'sta.': 'santa',
    'p.ex': 'por exemplo',
  },
  beforeNumber: {
    nº: 'número',
    'n°': 'número',
    'n.º': 'número',
    '#': 'número',
    'p.': 'página',
    'pág.': 'página',
    'art.': 'artigo',
    'vol.': 'volume',
  },
  addressSigns: {
    '.': 'ponto',
    '@': 'arroba',
    '/': 'barra',
    '-': 'hífen',
    _: 'sublinhado',
    ':': 'dois pontos',
  },
  verbalisers: [
    clockVerbaliser({ written: /^(?:h|horas?)$/, one: 'hora', more: 'horas', and: 'e' }),
    romanNumeralVerbaliser({
      counted: /^(?:capítulo|tomo|livro|ato|cena|parte|mundial)$/i,
      century: /^séculos?$/i,
      centuryIsOrdinal: false,
    }),
  ],
}
