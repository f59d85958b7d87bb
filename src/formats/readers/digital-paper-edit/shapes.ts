import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements are looked at to recognise a file. */
const looked = 20

/** The transcript, which an exported project has under `transcript`. */
export function transcriptIn(value: unknown): unknown {
  const inner = property(value, 'transcript')
  return isRecord(inner) ? inner : value
}

/** `{words: [{text, start, end}], paragraphs: [{start, end, speaker}]}`: paragraphs have no text of their own. */
export function scoreDigitalPaperEdit(value: unknown): Score {
  const transcript = transcriptIn(value)
  const words = asArray(property(transcript, 'words')).slice(0, looked)
  const paragraphs = asArray(property(transcript, 'paragraphs')).slice(0, looked)
  const isWord = (word: unknown) =>
    typeof property(word, 'text') === 'string' && property(word, 'start') !== undefined
  const isParagraph = (paragraph: unknown) =>
    property(paragraph, 'start') !== undefined &&
    property(paragraph, 'text') === undefined &&
    property(paragraph, 'words') === undefined
  return words.some(isWord) && paragraphs.some(isParagraph) ? 'certain' : 'no'
}
