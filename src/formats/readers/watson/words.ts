import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, numberOf, own, textOf } from '../../parsing/json/values.ts'
import type { SpokenWord } from '../../parsing/words/compose-turns.ts'

/** Watson's sign for “um” and “uh”, in words a person can read. */
export function showHesitations(text: string): string {
  return text.replaceAll('%HESITATION', '[hesitation]')
}

/** `[["word", start, end]]`, with the confidences in a list of its own beside it. */
export function spokenWords(
  alternative: unknown,
  speakers: ReadonlyMap<number, string>,
  tally: ProblemTally,
): SpokenWord[] {
  const confidences = list(own(alternative, 'word_confidence'))
  const words: SpokenWord[] = []
  for (const [index, stamp] of list(own(alternative, 'timestamps')).entries()) {
    const [written, from, to] = list(stamp)
    const text = showHesitations(textOf(written) ?? '')
    if (text.trim() === '') continue
    const start = secondsOf(from, tally)
    words.push({
      text,
      start,
      end: secondsOf(to, tally),
      confidence: confidenceOf(list(confidences[index])[1]),
      speaker: start === null ? words.at(-1)?.speaker : speakers.get(start),
    })
  }
  return words
}

/** Speakers by the start of their words, seconds: a label has the very times of its word. */
export function speakersByStart(labels: unknown): ReadonlyMap<number, string> {
  const speakers = new Map<number, string>()
  for (const label of list(labels)) {
    const from = numberOf(own(label, 'from'))
    const speaker = speakerNameOf(own(label, 'speaker'))
    if (from !== null && speaker !== undefined) speakers.set(from, speaker)
  }
  return speakers
}
