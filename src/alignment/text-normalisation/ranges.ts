import type { LanguageRules } from './language-rules.ts'

/** 10–12, 1914–1918, 50-50, 2020-12-25. `say` verbalises each end. */
export function rangeToWords(
  text: string,
  language: LanguageRules,
  say: (end: string) => string | null,
): string | null {
  const ends = text.split(/[-–]/)
  if (ends.length < 2 || ends.length > 3 || !ends.every((end) => /^\d[\d.,:]*$/.test(end))) {
    return null
  }
  const isRange = ends.length === 2 && ends[0] !== ends[1]
  return ends.map(say).join(isRange ? ` ${language.to} ` : ' ')
}
