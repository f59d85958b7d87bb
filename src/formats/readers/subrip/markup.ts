import { decodeReferences } from '../../parsing/cues/character-references.ts'

/**
 * Removes formatting from SubRip text: `<i>`, `<b>`, `<u>`, `<s>`, `<font …>`, `{\an8}`, `{i}`, and MicroDVD's `{Y:i}`.
 * Everything else is text, even `<script>`.
 */
export function stripMarkup(text: string): string {
  if (!/[<{&\\]/.test(text)) return text
  const plain = text
    .replace(/<br\s?\/?>|\\N/gi, '\n')
    .replaceAll('\\h', '\u00a0')
    .replace(/<\/?(?:i|b|u|s|em|strong|font|span|c)(?:[\s.][^<>]*)?\/?>/gi, '')
    // `< i >` is a typing error, but `a < b and c > d` is text
    .replace(/<\s?\/?\s?[ibu]\s?>/gi, '')
    .replace(/\{\\[^{}]*\}|\{\/?[ibus]\}|\{[ycfspo]:[^{}\n]{0,80}\}/gi, '')
  return decodeReferences(plain)
}
