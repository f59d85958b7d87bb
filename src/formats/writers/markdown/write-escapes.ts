import { decodeReferences } from '../../parsing/cues/character-references.ts'

/** What CommonMark reads as the beginning of a heading, a list, a quotation, a rule, a fence: not its first sign, but the one to escape. */
const blockStart = /^(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[-=]+(?=\s*$)|\d{1,9}(?=[.)](?:\s|$)))/

/** Text inside a paragraph: https://spec.commonmark.org/0.31.2/#backslash-escapes. A line break is a hard one. */
export function escapeInline(text: string): string {
  const [first = '', ...others] = text.split('\n')
  return [escapeSigns(first), ...others.map(escapeLine)].join('\\\n')
}

/** Text whose first line begins the paragraph. */
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

/** `<` by its reference: what looks like a tag is one to many readers, whatever stands before it. */
function escapeSigns(text: string): string {
  const whole = decodeReferences(text) === text ? text : text.replaceAll('&', '&amp;')
  return whole
    .replace(/[\\`*_[\]]|(?<=\])\(/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/~~/g, '\\~\\~')
}
