import type { LanguageRules } from '../language-rules.ts'
import { acronyms } from './english/acronyms.ts'
import { abbreviations, beforeNumber } from './english/abbreviations.ts'
import { englishVerbalisers } from './english/verbalisers.ts'
import { englishYear } from './english/years.ts'
import { currencies, units } from './tables.ts'

interface NumberWords {
  toCardinal(n: number): string
  toOrdinal(n: number): string
}

/** American and British English differ in "one hundred (and) five" only, which comes from the number words. */
export function createEnglish({ toCardinal, toOrdinal }: NumberWords): LanguageRules {
  const cardinal = (n: number) => toCardinal(n)
  const year = (n: number) => englishYear(n, cardinal)
  return {
    cardinal,
    ordinal: (n) => toOrdinal(n),
    year,
    decimalMark: '.',
    point: 'point',
    saysDecimalsAsNumber: false,
    minus: 'minus',
    plus: 'plus',
    percent: 'percent',
    to: 'to',
    zero: 'oh',
    ordinalEnding: /^(?:st|nd|rd|th)$/,
    timeOfDay({ hours, minutes, isFollowed }) {
      const hour = cardinal(hours)
      if (minutes === 0 && isFollowed) return hour
      if (minutes === 0) return hours > 12 || hours === 0 ? `${hour} hundred` : `${hour} o'clock`
      return `${hour} ${minutes < 10 ? 'oh ' : ''}${cardinal(minutes)}`
    },
    fraction(top, bottom) {
      if (bottom > 10 && ![16, 20, 32, 64, 100].includes(bottom)) return null
      if (bottom === 2) return 'one half'
      const name = bottom === 4 ? 'quarter' : toOrdinal(bottom)
      return `${cardinal(top)} ${name}${top === 1 ? '' : 's'}`
    },
    currencies: currencies(
      '$ US$ AU$ CA$ A$ C$ NZ$ HK$ USD CAD AUD: dollar, dollars, cent, cents',
      '£ GBP: pound, pounds, penny, pence',
      '€ EUR: euro, euros, cent, cents',
      '¥ JPY CNY: yen, yen, sen, sen',
      '₹ INR: rupee, rupees, paisa, paise',
      '₽ RUB: ruble, rubles, kopeck, kopecks',
      '₪: shekel, shekels, agora, agorot',
      '₩: won, won, jeon, jeon',
      '₦: naira, naira, kobo, kobo',
      'CHF: franc, francs, centime, centimes',
      '¢: cent, cents, ,',
    ),
    andCents: 'and',
    ofMoney: '',
    scales: {
      hundred: 'hundred',
      thousand: 'thousand',
      million: 'million',
      billion: 'billion',
      trillion: 'trillion',
      k: 'thousand',
      m: 'million',
      mn: 'million',
      b: 'billion',
      bn: 'billion',
      t: 'trillion',
      tn: 'trillion',
    },
    units: units(
      'km: kilometer, kilometers',
      'km² km2: square kilometer, square kilometers',
      'm: meter, meters',
      'm²: square meter, square meters',
      'm³: cubic meter, cubic meters',
      'cm: centimeter, centimeters',
      'mm: millimeter, millimeters',
      'kg: kilogram, kilograms',
      'g: gram, grams',
      'mg: milligram, milligrams',
      'lb lbs: pound, pounds',
      'oz: ounce, ounces',
      'ft: foot, feet',
      'yd yds: yard, yards',
      'mi: mile, miles',
      'mph: mile an hour, miles an hour',
      'km/h kph kmh: kilometer an hour, kilometers an hour',
      'ml: milliliter, milliliters',
      'l L: liter, liters',
      'hr hrs h: hour, hours',
      'min mins: minute, minutes',
      'sec secs: second, seconds',
      'ms: millisecond, milliseconds',
      'Hz: hertz, hertz',
      'kHz: kilohertz, kilohertz',
      'MHz: megahertz, megahertz',
      'GHz: gigahertz, gigahertz',
      'KB kB: kilobyte, kilobytes',
      'MB: megabyte, megabytes',
      'GB: gigabyte, gigabytes',
      'TB: terabyte, terabytes',
      'W: watt, watts',
      'kW: kilowatt, kilowatts',
      'MW: megawatt, megawatts',
      'kWh: kilowatt hour, kilowatt hours',
      'V: volt, volts',
      '°: degree, degrees',
      '°C: degree celsius, degrees celsius',
      '°F: degree fahrenheit, degrees fahrenheit',
      'am a.m AM A.M: ay m',
      'pm p.m PM P.M: p m',
    ),
    signs: { '&': 'and', '+': 'plus', '@': 'at', '=': 'equals', '%': 'percent', '°': 'degrees' },
    abbreviations,
    beforeNumber,
    acronyms,
    // The dictionary's `a` is the article; `ay` is the letter.
    letters: { a: 'ay' },
    addressSigns: {
      '.': 'dot',
      '@': 'at',
      '/': 'slash',
      '-': 'dash',
      _: 'underscore',
      ':': 'colon',
      '+': 'plus',
    },
    splitWord: (word) => [word],
    verbalisers: englishVerbalisers,
  }
}
