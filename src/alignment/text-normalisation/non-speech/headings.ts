import { isAllCapitals } from '#transcript/conventions/sound-descriptions.ts'
import type { ScriptConventions } from './script-conventions.ts'

const pageMark =
  /^\s*(?:(?:page|seite|página|pagina|pag\.|стр\.|страница|صفحة)\s+\d{1,4}(?:\s*(?:of|de|von|sur|di|van|из|\/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])\s*$/iu

/** A line that is not spoken: a heading in capitals or Markdown, or a page number. */
export function isHeading(text: string, { isShouted }: ScriptConventions): boolean {
  if (/^\s{0,3}#{1,6}\s/.test(text)) return true
  if (text.length > 90) return false
  if (pageMark.test(text)) return true
  if (isShouted || !isAllCapitals(text)) return false
  const words = text.trim().split(/\s+/)
  // Spoken nevertheless: CHAPTER I in audio books; shouting, which ends like a sentence, NO!, or is short, OK.
  if (/^chapter\b/i.test(words[0]!) || /[.!?,;…"”’)\]♪]$/.test(words.at(-1)!)) return false
  // N B S: single letters are spoken.
  if (words.every((word) => word.length < 3)) return false
  return words.length <= 10 && (words.length > 1 || words[0]!.length > 3)
}
