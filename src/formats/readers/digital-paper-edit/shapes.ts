import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements detection examines. */
const sampleSize = 20

/** The transcript; exported projects have it under `transcript`. */
export function transcriptIn(value: unknown): unknown {
  const inner = property(value, 'transcript')
  return isRecord(inner) ? inner : value
}

/** `{words: [{text, start, end}], paragraphs: [{start, end, speaker}]}`, where paragraphs have no text. */
export function scoreDigitalPaperEdit(value: unknown): Score {
  const transcript = transcriptIn(value)
  const words = asArray(property(transcript, 'words')).slice(0, sampleSize)
  const paragraphs = asArray(property(transcript, 'paragraphs')).slice(0, sampleSize)
  const isWord = (word: unknown) =>
    typeof property(word, 'text') === 'string' && property(word, 'start') !== undefined
  const isParagraph = (paragraph: unknown) =>
    property(paragraph, 'start') !== undefined &&
    property(paragraph, 'text') === undefined &&
    property(paragraph, 'words') === undefined
  return words.some(isWord) && paragraphs.some(isParagraph) ? 'certain' : 'no'
}
