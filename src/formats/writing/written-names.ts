import type { ProblemTally } from '#transcript/problem-tally.ts'
import { nameSpeakers } from '../parsing/speakers/name-speakers.ts'
import { labelIn } from '../parsing/speakers/speaker-label.ts'
import type { NamedSegment } from '../writers/writer.ts'

interface Turn extends Pick<NamedSegment, 'name' | 'text' | 'beginsTurn'> {}

/** `Name: text`, or only the text if the speaker has no name; `>> text` where a nameless speaker begins. */
export function prefixName({ name, text, beginsTurn }: Turn): string {
  if (name !== null) return `${name}: ${text}`
  return beginsTurn ? `>> ${text}` : text
}

/** Whether a text begins with what a reader may take for a speaker’s label. */
export function mayBeReadAsNamed(text: string): boolean {
  return labelIn(text, 'colon') !== null || labelIn(text, 'bracket') !== null
}

/**
 * Counts, as `names-unclear`, segments whose text would be read as a speaker's name: if no segment has a speaker,
 * readers take `Ada: …` for one. For formats that have a field for names.
 */
export function countUnclearNames(turns: readonly Turn[], tally: ProblemTally): void {
  if (turns.some(({ name }) => name !== null)) return
  countMisread(
    turns,
    Array.from(turns, ({ text }) => text),
    tally,
  )
}

/** The same for formats that have names only in the text. */
export function countUnclearPrefixes(turns: readonly Turn[], tally: ProblemTally): void {
  countMisread(turns, turns.map(prefixName), tally)
}

function countMisread(turns: readonly Turn[], texts: readonly string[], tally: ProblemTally): void {
  const read = nameSpeakers(texts.map((text) => ({ text, start: null, end: null })))
  for (const [index, { name }] of turns.entries()) {
    if ((read[index]!.speaker ?? null) !== name) tally.count('names-unclear')
  }
}
