import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements are looked at to recognise a file. */
const looked = 20

/** Keys that only AssemblyAI's transcripts have. */
const marks = [
  'audio_duration',
  'acoustic_model',
  'language_model',
  'speech_model',
  'format_text',
  'webhook_status_code',
]

/** Where its words may lie a second time, divided: `/sentences` and `/paragraphs` are answers of their own. */
const divisions = ['utterances', 'paragraphs', 'sentences']

/**
 * `{words: [{text, start, end}]}` in milliseconds. Others write the same shape in seconds (ElevenLabs, with a
 * `type`; digital-paper-edit, with paragraphs that have no words), so that it alone is never enough.
 */
export function scoreAssemblyai(value: unknown): Score {
  if (!isRecord(value) || Array.isArray(property(value, 'segments'))) return 'no'
  const isMarked = marks.some((key) => Object.hasOwn(value, key))
  const words = asArray(property(value, 'words')).slice(0, looked)
  const hasWords = words.some(isWord)
  const isDivided = assemblyaiTurnsIn(value).slice(0, looked).some(isTurn)
  if (hasWords || isDivided) {
    if (isMarked) return 'certain'
    if (isDivided) return 'likely'
    return words.every(countsMilliseconds) && !Object.hasOwn(value, 'paragraphs')
      ? 'possible'
      : 'no'
  }
  return isMarked && typeof property(value, 'status') === 'string' ? 'likely' : 'no'
}

/** The first division of the transcript that has anything in it. */
export function assemblyaiTurnsIn(value: unknown): readonly unknown[] {
  const found = divisions
    .map((key) => asArray(property(value, key)))
    .find((turns) => turns.some(isTurn))
  return found ?? []
}

function isTurn(value: unknown): boolean {
  return asArray(property(value, 'words')).slice(0, looked).some(isWord)
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
