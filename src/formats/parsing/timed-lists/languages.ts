import { asArray, asText, isRecord } from '../json/values.ts'
import { languageTag } from '../language-tag.ts'
import { valueAt } from './key-paths.ts'
import { objectsAround, type JsonNode } from './outline.ts'

const paths = [
  'language',
  'language_code',
  'detected_language',
  'source_language',
  'lang',
  'locale',
  'languages.0',
  'primary_language.language',
  'transcription_info.language',
  'params.language',
  'metadata.language',
]

/** How many items are asked for their language. */
const sampleSize = 200

/** The language of a list: of the nearest object around it that names one, else the one that most items name. */
export function languageOfList(nodes: readonly JsonNode[]): string | undefined {
  const [first] = nodes
  if (first === undefined) return undefined
  const outer = objectsAround(first)
    .map(languageIn)
    .find((language) => language !== undefined)
  if (outer !== undefined) return outer
  const counts = new Map<string, number>()
  for (const { value } of nodes.slice(0, sampleSize)) {
    const language = languageIn(value)
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

export function languageOfItem({ value }: JsonNode): string | undefined {
  return isRecord(value) ? languageIn(value) : undefined
}

function languageIn(value: unknown): string | undefined {
  for (const path of paths) {
    const written = valueAt(value, path)
    const tag = languageTag(asText(asArray(written)[0] ?? written))
    if (tag !== undefined) return tag
  }
  return undefined
}
