import { asText, isRecord } from '../../parsing/json/values.ts'
import { firstAt } from '../../parsing/timed-lists/key-paths.ts'
import { nodesAt, outlineOf } from '../../parsing/timed-lists/outline.ts'

/** A text and what the file writes for its speaker. */
export interface UntimedText {
  readonly text: string
  readonly speaker: unknown
}

const textKeys = ['text', 'transcript', 'transcription', 'sentence', 'utterance', 'full_transcript']
const speakerKeys = [
  'speaker_name',
  'speaker',
  'speaker_label',
  'participant',
  'speaker_id',
  'name',
]

/** The longest list of texts without times, or one whole text; empty if a document has neither. */
export function textsWithoutTimesIn(root: unknown): UntimedText[] {
  let best: UntimedText[] = []
  let longest = 0
  for (const { steps, samples } of outlineOf(root)) {
    if (!samples.some(({ value }) => textOf(value) !== '')) continue
    const texts = nodesAt(root, steps).flatMap(({ value }) => {
      const text = textOf(value)
      return text === '' ? [] : [{ text, speaker: firstAt(value, speakerKeys) }]
    })
    const words = texts.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0)
    // a few words may be a label
    if (words < 5 || words < texts.length * 2 || words <= longest) continue
    longest = words
    best = texts
  }
  return best
}

function textOf(value: unknown): string {
  const text = isRecord(value) ? asText(firstAt(value, textKeys)) : undefined
  return text !== undefined && /\p{L}/u.test(text) && text.trim() !== '' ? text : ''
}
