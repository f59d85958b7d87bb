import { toCardinal, toOrdinal } from 'n2words/ar-SA'
import type { LanguageRules } from '../language-rules.ts'
import { european } from './european.ts'
import { currencies, units } from './tables.ts'

/** Tatweel, which only stretches a word, and vowel signs, which most texts omit. */
const silentMarks = /[\u0640\u064b-\u065f\u0670]/g

export const arabic: LanguageRules = {
  ...european,
  cardinal: (n) => toCardinal(n),
  ordinal: (n) => toOrdinal(n),
  year: (n) => toCardinal(n),
  saysDecimalsAsNumber: true,
  point: 'فاصلة',
  minus: 'ناقص',
  plus: 'زائد',
  percent: 'بالمئة',
  to: 'إلى',
  zero: 'صفر',
  ordinalEnding: null,
  timeOfDay: ({ hours, minutes }) =>
    `${toCardinal(hours)} ${minutes === 0 ? '' : `و ${toCardinal(minutes)}`}`,
  fraction: (top, bottom) =>
    top !== 1 ? null : ({ 2: 'نصف', 3: 'ثلث', 4: 'ربع', 5: 'خمس' }[bottom] ?? null),
  currencies: currencies(
    '$ US$ USD: دولار, دولار, سنت, سنت',
    '€ EUR: يورو, يورو, سنت, سنت',
    '£ GBP: جنيه, جنيه, بنس, بنس',
  ),
  andCents: 'و',
  scales: { ألف: 'ألف', مليون: 'مليون', ملايين: 'ملايين', مليار: 'مليار', مليارات: 'مليارات' },
  units: units('كم: كيلومتر', 'كلم: كيلومتر', 'كغ: كيلوغرام', 'م: متر', 'سم: سنتيمتر', '°: درجة'),
  signs: { '&': 'و', '+': 'زائد', '@': 'آت', '=': 'يساوي', '%': 'بالمئة' },
  abbreviations: { 'د.': 'دكتور', 'أ.د': 'أستاذ دكتور' },
  beforeNumber: { رقم: 'رقم', '#': 'رقم', '№': 'رقم', 'ص.': 'صفحة' },
  addressSigns: { '.': 'نقطة', '@': 'آت', '/': 'شرطة', '-': 'شرطة', _: 'شرطة', ':': 'نقطتان' },
  splitWord: (word) => [word.replace(silentMarks, '')],
}
