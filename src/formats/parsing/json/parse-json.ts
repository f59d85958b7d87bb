import type { Problem } from '#transcript/problem.ts'
import { looksLikeJson } from '../refusals/refuse-text.ts'
import type { JsonDocument } from './json-document.ts'
import { parseJsonLines } from './json-lines.ts'
import { parseJsonSequence } from './json-sequence.ts'
import { salvageJson } from './salvage-json.ts'

/** Parses JSON, JSON lines, values one behind the other, or the undamaged part of damaged JSON; `null` if the text is none of these. */
export function parseJson(text: string, name: string): JsonDocument | null {
  if (!looksLikeJson(text)) return null
  try {
    return { value: JSON.parse(text), problems: [] }
  } catch {
    return parseJsonLines(text) ?? parseJsonSequence(text) ?? parseDamaged(text, name)
  }
}

function parseDamaged(text: string, name: string): JsonDocument {
  const salvage = salvageJson(text)
  const problems: Problem[] = []
  if (salvage.damagedAt !== null) {
    const line = text.slice(0, salvage.damagedAt).split('\n').length
    const place = `line ${line.toLocaleString('en')} (character ${salvage.damagedAt.toLocaleString('en')})`
    problems.push({
      code: salvage.damagedAt >= text.trimEnd().length ? 'json-truncated' : 'json-damaged',
      severity: 'warning',
      message:
        salvage.damagedAt >= text.trimEnd().length
          ? `${name} is cut off at ${place}; the text before it was read. Export or download it again to get the rest.`
          : `${name} is damaged at ${place}; the text before it was read. Export or download it again to get the rest.`,
      line,
    })
  }
  return { value: salvage.value, problems }
}
