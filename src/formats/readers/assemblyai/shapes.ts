import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements detection examines. */
const sampleSize = 20

/** Keys that occur only in AssemblyAI's transcripts. */
const marks = [
  'audio_duration',
  'acoustic_model',
  'language_model',
  'speech_model',
  'format_text',
  'webhook_status_code',
]

/** Keys that may hold the words a second time, grouped: `/sentences` and `/paragraphs` are separate API responses. */
const divisions = ['utterances', 'paragraphs', 'sentences']

/**
 * `{words: [{text, start, end}]}` in milliseconds. ElevenLabs (with a `type`) and digital-paper-edit (with paragraphs
 * without words) write the same shape in seconds, so the shape alone is not sufficient.
 */
export function scoreAssemblyai(value: unknown): Score {
  if (!isRecord(value) || Array.isArray(property(value, 'segments'))) return 'no'
  const isMarked = marks.some((key) => Object.hasOwn(value, key))
  const words = asArray(property(value, 'words')).slice(0, sampleSize)
  const hasWords = words.some(isWord)
  const isDivided = assemblyaiTurnsIn(value).slice(0, sampleSize).some(isTurn)
  if (hasWords || isDivided) {
    if (isMarked) return 'certain'
    if (isDivided) return 'likely'
    return words.every(countsMilliseconds) && !Object.hasOwn(value, 'paragraphs')
      ? 'possible'
      : 'no'
  }
  return isMarked && typeof property(value, 'status') === 'string' ? 'likely' : 'no'
}

/** The first non-empty grouping of the transcript. */
export function assemblyaiTurnsIn(value: unknown): readonly unknown[] {
  const found = divisions
    .map((key) => asArray(property(value, key)))
    .find((turns) => turns.some(isTurn))
  return found ?? []
}

function isTurn(value: unknown): boolean {
  return asArray(property(value, 'words')).slice(0, sampleSize).some(isWord)
}

function isWord(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof property(value, 'text') === 'string' &&
    Object.hasOwn(value, 'start') &&
    !Object.hasOwn(value, 'type')
  )
}

function countsMilliseconds(value: unknown): boolean {
  const [start, end] = [property(value, 'start'), property(value, 'end')]
  return (
    Number.isInteger(start) && Number.isInteger(end) && Object.hasOwn(Object(value), 'confidence')
  )
}
