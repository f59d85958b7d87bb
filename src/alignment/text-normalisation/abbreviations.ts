import type { Reading, WrittenWord } from './language.ts'
import { own } from './own-entry.ts'

/** Mr., etc., No. 5: the whole word for what is written short. */
export const readAbbreviation: Reading = ({ words, at, language }) => {
  const word = words[at]!
  const next = words[at + 1]?.text
  const isBeforeNumber = next !== undefined && /^\d/.test(next)
  const said =
    (isBeforeNumber ? find(language.beforeNumber, word) : undefined) ??
    find(language.abbreviations, word)
  return said === undefined ? null : [said]
}

function find(table: Readonly<Record<string, string>>, { text, isDotted }: WrittenWord) {
  const key = text.toLowerCase()
  return (isDotted ? own(table, `${key}.`) : undefined) ?? own(table, key)
}
