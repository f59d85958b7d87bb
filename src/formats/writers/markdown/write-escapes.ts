import { decodeReferences } from '../../parsing/cues/character-references.ts'

/**
 * Matches the beginning of what CommonMark reads as a heading, list, quotation, rule or fence, up to the character to
 * escape.
 */
const blockStart = /^(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[-=]+(?=\s*$)|\d{1,9}(?=[.)](?:\s|$)))/

/**
 * Escapes text inside a paragraph: https://spec.commonmark.org/0.31.2/#backslash-escapes. A line break becomes a hard
 * line break.
 */
export function escapeInline(text: string): string {
  const [first = '', ...others] = text.split('\n')
  return [escapeSigns(first), ...others.map(escapeLine)].join('\\\n')
}

/** Escapes text whose first line begins a paragraph. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeLine).join('\\\n')
}

function escapeLine(line: string): string {
  const escaped = escapeSigns(line)
  const start = blockStart.exec(escaped)?.[1]
  if (start === undefined) return escaped
  if (/^\d/.test(start)) return `${start}\\${escaped.slice(start.length)}`
  return `\\${escaped}`
}

/** Writes `<` as a character reference, because many readers take anything that looks like a tag for one. */
function escapeSigns(text: string): string {
  const whole = decodeReferences(text) === text ? text : text.replaceAll('&', '&amp;')
  return whole
    .replace(/[\\`*_[\]]|(?<=\])\(/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/~~/g, '\\~\\~')
}
