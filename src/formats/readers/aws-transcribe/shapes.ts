import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/**
 * The `results` of an Amazon Transcribe job: `{items: [{type, alternatives: [{content}]}]}`, or without items
 * `{transcripts: [{transcript}]}`; `null` for any other JSON.
 */
export function awsResultsIn(value: unknown): object | null {
  const results = isRecord(value) ? property(value, 'results') : null
  if (!isRecord(results)) return null
  return hasItems(results) || hasText(results) ? results : null
}

export function hasItems(results: object): boolean {
  return asArray(property(results, 'items')).slice(0, 20).some(isItem)
}

function isItem(value: unknown): boolean {
  const isNamed = isRecord(value) && typeof property(value, 'type') === 'string'
  return (
    isNamed && typeof property(asArray(property(value, 'alternatives'))[0], 'content') === 'string'
  )
}

function hasText(results: object): boolean {
  return typeof property(asArray(property(results, 'transcripts'))[0], 'transcript') === 'string'
}
