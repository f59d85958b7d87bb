import type { Score } from '../format.ts'
import { isRecord, list, own } from '../../parsing/json/values.ts'

/** How many elements are looked at to recognise a file. */
const looked = 20

/** The transcript, which an exported project has under `transcript`. */
export function transcriptIn(value: unknown): unknown {
  const inner = own(value, 'transcript')
  return isRecord(inner) ? inner : value
}

/** `{words: [{text, start, end}], paragraphs: [{start, end, speaker}]}`: paragraphs have no text of their own. */
export function scoreOf(value: unknown): Score {
  const transcript = transcriptIn(value)
  const words = list(own(transcript, 'words')).slice(0, looked)
  const paragraphs = list(own(transcript, 'paragraphs')).slice(0, looked)
  const isWord = (word: unknown) =>
    typeof own(word, 'text') === 'string' && own(word, 'start') !== undefined
  const isParagraph = (paragraph: unknown) =>
    own(paragraph, 'start') !== undefined &&
    own(paragraph, 'text') === undefined &&
    own(paragraph, 'words') === undefined
  return words.some(isWord) && paragraphs.some(isParagraph) ? 'certain' : 'no'
}
