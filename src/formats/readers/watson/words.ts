import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'

/** Replaces Watson's markers for “um” and “uh” by readable text. */
export function showHesitations(text: string): string {
  return text.replaceAll('%HESITATION', '[hesitation]')
}

/** Words `[["word", start, end]]`, with their confidences in a separate list. */
export function watsonWords(
  alternative: unknown,
  speakers: ReadonlyMap<number, string>,
  tally: ProblemTally,
): TurnWord[] {
  const confidences = asArray(property(alternative, 'word_confidence'))
  const words: TurnWord[] = []
  for (const [index, stamp] of asArray(property(alternative, 'timestamps')).entries()) {
    const [written, from, to] = asArray(stamp)
    const text = showHesitations(asText(written) ?? '')
    if (text.trim() === '') continue
    const start = secondsOf(from, tally)
    words.push({
      text,
      start,
      end: secondsOf(to, tally),
      confidence: confidenceOf(asArray(confidences[index])[1]),
      speaker: start === null ? words.at(-1)?.speaker : speakers.get(start),
    })
  }
  return words
}

/** Speakers by the start of their words, seconds: a label has exactly the times of its word. */
export function speakersByStart(labels: unknown): ReadonlyMap<number, string> {
  const speakers = new Map<number, string>()
  for (const label of asArray(labels)) {
    const from = asNumber(property(label, 'from'))
    const speaker = speakerNameOf(property(label, 'speaker'))
    if (from !== null && speaker !== undefined) speakers.set(from, speaker)
  }
  return speakers
}
