import type { ProblemTally } from '#transcript/problem-tally.ts'
import { nameSpeakers } from '../parsing/speakers/name-speakers.ts'
import type { NamedSegment } from '../writers/writer.ts'

interface Turn extends Pick<NamedSegment, 'name' | 'text'> {}

/** `Name: text`, or the text alone where the speaker has no name. */
export function prefixName({ name, text }: Turn): string {
  return name === null ? text : `${name}: ${text}`
}

/**
 * Counts, as `names-unclear`, the segments that would be read as somebody else’s although the format has a place
 * for names: where no segment has one, `Ada: …` in a text is taken for a speaker.
 */
export function countUnclearNames(turns: readonly Turn[], tally: ProblemTally): void {
  if (turns.some(({ name }) => name !== null)) return
  countMisread(
    turns,
    Array.from(turns, ({ text }) => text),
    tally,
  )
}

/** The same where names stand in the text only. */
export function countUnclearPrefixes(turns: readonly Turn[], tally: ProblemTally): void {
  countMisread(turns, turns.map(prefixName), tally)
}

function countMisread(turns: readonly Turn[], texts: readonly string[], tally: ProblemTally): void {
  const read = nameSpeakers(texts.map((text) => ({ text, start: null, end: null })))
  for (const [index, { name }] of turns.entries()) {
    if ((read[index]!.speaker ?? null) !== name) tally.count('names-unclear')
  }
}
