import type { Verbaliser } from './language-rules.ts'
import { parseNumeral, numeralToWords } from './numerals.ts'
import { ownEntry } from './own-entry.ts'

/** 5 km, 5km, 70 mph, 12 %, 20 °C, 2 million km². */
export const verbaliseMeasure: Verbaliser = ({ tokens, at, language }) => {
  const { text } = tokens[at]!
  const found = /^([-+]?)([\d.,' ]*\d)([^\d]{0,5})$/u.exec(text)
  const numeral = found && parseNumeral(found[2]!, language)
  if (!numeral) return null
  const sign = found[1] === '-' ? `${language.minus} ` : found[1] === '+' ? `${language.plus} ` : ''
  const number = () => sign + numeralToWords(numeral, language)
  const which = numeral.decimals === null && Number(numeral.whole) === 1 ? 0 : 1
  const written = found[3]!
  if (written !== '') {
    const unit = ownEntry(language.units, written)?.[which]
    return unit === undefined ? null : [`${number()} ${unit}`]
  }
  const next = tokens[at + 1]?.text
  if (next === undefined) return null
  const unit = next === '%' ? language.percent : ownEntry(language.units, next)?.[which]
  return unit === undefined ? null : [number(), unit]
}
