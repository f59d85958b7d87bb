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
  // brackets, strings, and whatever else is not blank
  const token = /[{}[\]]|"(?:[^"\\]|\\.)*"|[^\s{}[\]"]+|"/gs
  let depth = 0
  let from = 0
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      if (depth === 0) from = index
      depth += 1
    } else if (found === '}' || found === ']') {
      depth -= 1
      if (depth < 0) return []
      if (depth === 0) values.push({ from, to: index + 1 })
    } else if (depth === 0 && found !== ',') return []
  }
  return depth === 0 ? values : []
}
