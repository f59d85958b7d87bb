import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/**
 * The phrases of Azure Speech: `recognizedPhrases` of a batch, `phrases` of a fast transcription. `null` for any other
 * JSON; an empty list if no speech was recognised.
 */
export function phrasesIn(value: unknown): readonly unknown[] | null {
  if (!isRecord(value)) return null
  const batch = property(value, 'recognizedPhrases')
  if (Array.isArray(batch)) return isBatch(value, batch) ? batch : null
  const fast = property(value, 'phrases')
  if (!Array.isArray(fast)) return null
  const isEmpty = fast.length === 0 && Array.isArray(property(value, 'combinedPhrases'))
  return isEmpty || fast.slice(0, 20).some(isFastPhrase) ? fast : null
}

function isBatch(value: object, phrases: readonly unknown[]): boolean {
  if (phrases.length === 0) return Array.isArray(property(value, 'combinedRecognizedPhrases'))
  return phrases.slice(0, 20).some((phrase) => asArray(property(phrase, 'nBest')).some(isRecord))
}

function isFastPhrase(value: unknown): boolean {
  if (typeof property(value, 'text') !== 'string') return false
  return isRecord(value) && Object.hasOwn(value, 'offsetMilliseconds')
}
