import { decodeReferences } from '../cues/character-references.ts'

/**
 * SubRip's text without its looks: `<i>`, `<b>`, `<u>`, `<s>`, `<font …>`, `{\an8}`, `{i}`. What is not
 * one of these is text, also `<script>`.
 */
export function stripMarkup(text: string): string {
  if (!/[<{&\\]/.test(text)) return text
  const plain = text
    .replace(/<br\s?\/?>|\\N/gi, '\n')
    .replace(/<\/?(?:i|b|u|s|em|strong|font|span|c)(?:[\s.][^<>]*)?\/?>/gi, '')
    .replace(/\{\\[^{}]*\}|\{\/?[ibus]\}/gi, '')
  return decodeReferences(plain)
}
