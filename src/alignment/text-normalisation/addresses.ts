import type { Verbaliser, LanguageRules } from './language-rules.ts'
import { numberToWords } from './numbers.ts'
import { ownEntry } from './own-entry.ts'
import { pronounceLetters } from './acronyms.ts'

const domains =
  'com|org|net|edu|gov|mil|int|info|io|co|tv|me|fm|ai|app|dev|eu|uk|us|ca|au|nz|ie|de|at|ch|fr|be|es|it|pt|br|nl|ru|pl|se|no|dk|fi|jp|cn|in|za|mx|ar'
const address = new RegExp(
  `^(?:\\w+://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|[\\w-]+(?:\\.[\\w-]+)*\\.(?:${domains})(?:/\\S*)?)$`,
  'i',
)

/** Verbalises web and e-mail addresses: earshot.org, mail@example.com, https://a.org/b. */
export const verbaliseAddress: Verbaliser = ({ tokens, at, language }) => {
  const { text } = tokens[at]!
  if (!/[.@:]/.test(text) || !address.test(text)) return null
  // A missing space between sentences, "the end.It": no address has such a capital.
  if (/^\p{Lu}?\p{Ll}+\.\p{Lu}\p{Ll}*$/u.test(text)) return null
  const parts = text
    .replace(/^\w+:\/\//, '')
    .replace(/\/$/, '')
    .match(/[A-Za-z]+|\d+|[^A-Za-z\d]/g)
  return [(parts ?? []).map((part) => addressPartToWords(part, language)).join(' ')]
}

function addressPartToWords(part: string, language: LanguageRules): string {
  const sign = ownEntry(language.addressSigns, part)
  if (sign !== undefined) return sign
  if (/\d/.test(part)) return numberToWords(part, { language }) ?? ''
  const isSpelt =
    (part.length <= 4 && !/[aeiouy]/i.test(part)) ||
    (part.length === 2 && !/^(?:co|me)$/i.test(part))
  return isSpelt ? pronounceLetters(part, language) : part
}
