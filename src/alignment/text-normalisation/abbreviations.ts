import type { Verbaliser, WrittenToken } from './language-rules.ts'
import { ownEntry } from './own-entry.ts'

/** Expands abbreviations: Mr., etc., No. 5. */
export const verbaliseAbbreviation: Verbaliser = ({ tokens, at, language }) => {
  const word = tokens[at]!
  const next = tokens[at + 1]?.text
  const isBeforeNumber = next !== undefined && /^\d/.test(next)
  const said =
    (isBeforeNumber ? find(language.beforeNumber, word) : undefined) ??
    find(language.abbreviations, word)
  return said === undefined ? null : [said]
}

function find(table: Readonly<Record<string, string>>, { text, isDotted }: WrittenToken) {
  const key = text.toLowerCase()
  return (isDotted ? ownEntry(table, `${key}.`) : undefined) ?? ownEntry(table, key)
}
