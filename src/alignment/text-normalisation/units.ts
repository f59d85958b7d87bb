import type { Reading } from './language.ts'
import { parseNumeral, sayNumeral } from './numerals.ts'
import { own } from './own-entry.ts'

/** 5 km, 5km, 70 mph, 12 %, 20 °C, 2 million km². */
export const readMeasure: Reading = ({ words, at, language }) => {
  const { text } = words[at]!
  const found = /^([-+]?)([\d.,' ]*\d)([^\d]{0,5})$/u.exec(text)
  const numeral = found && parseNumeral(found[2]!, language)
  if (!numeral) return null
  const sign = found[1] === '-' ? `${language.minus} ` : found[1] === '+' ? `${language.plus} ` : ''
  const number = () => sign + sayNumeral(numeral, language)
  const which = numeral.decimals === null && Number(numeral.whole) === 1 ? 0 : 1
  const written = found[3]!
  if (written !== '') {
    const unit = own(language.units, written)?.[which]
    return unit === undefined ? null : [`${number()} ${unit}`]
  }
  const next = words[at + 1]?.text
  if (next === undefined) return null
  const unit = next === '%' ? language.percent : own(language.units, next)?.[which]
  return unit === undefined ? null : [number(), unit]
}
