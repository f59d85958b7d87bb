import { countOf } from '#transcript/problem-tally.ts'
import type { JsonDocument } from './json-document.ts'

/**
 * Parses one JSON value per line, as streaming recognisers write it; `null` if the first two lines are not JSON values.
 */
export function parseJsonLines(text: string): JsonDocument | null {
  const lines = text.split('\n')
  const values: unknown[] = []
  let firstBad = 0
  let bad = 0
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      values.push(JSON.parse(line))
    } catch {
      if (values.length < 2) return null
      bad += 1
      firstBad ||= index + 1
    }
  }
  if (values.length < 2) return null
  if (bad === 0) return { value: values, problems: [] }
  return {
    value: values,
    problems: [
      {
        code: 'json-lines-damaged',
        severity: 'warning',
        message: `${countOf(bad, 'line')} could not be read as JSON (the first is line ${firstBad.toLocaleString('en')}) and ${bad === 1 ? 'was' : 'were'} left out.`,
        line: firstBad,
      },
    ],
  }
}
