import type { JsonDocument } from './json-document.ts'

/** Parses JSON values one behind the other, each on several lines, as Vosk prints them; `null` if there are not two. */
export function parseJsonSequence(text: string): JsonDocument | null {
  const values: unknown[] = []
  for (const { from, to } of valuesIn(text)) {
    try {
      values.push(JSON.parse(text.slice(from, to)))
    } catch {
      return null
    }
  }
  return values.length < 2 ? null : { value: values, problems: [] }
}

/** The places of objects and lists at the top level; none if anything else stands between them. */
function valuesIn(text: string): { from: number; to: number }[] {
  const values: { from: number; to: number }[] = []
  const sign = /[{}[\]"]/g
  let depth = 0
  let from = 0
  let outside = 0
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const { 0: character, index } = found
    if (depth === 0 && !/^[\s,]*$/.test(text.slice(outside, index))) return []
    if (character === '"') {
      const end = depth === 0 ? -1 : stringEnd(text, index + 1)
      if (end === -1) return []
      sign.lastIndex = end
    } else if (character === '{' || character === '[') {
      if (depth === 0) from = index
      depth += 1
    } else {
      depth -= 1
      if (depth < 0) return []
      if (depth === 0) values.push({ from, to: index + 1 })
      outside = index + 1
    }
  }
  return depth === 0 && text.slice(outside).trim() === '' ? values : []
}

/** The offset after the quote that ends a string, or -1. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
  return -1
}
