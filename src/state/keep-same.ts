import type { Line } from '#transcript/line.ts'
import type { TimingIssue, Word } from '#transcript/transcript.ts'

/** Returns the old objects for lines that did not change, so that views draw only what changed. */
export function keepSame(before: readonly Line[], after: readonly Line[]): Line[] {
  const known = new Map(before.map((line) => [positionOf(line), line]))
  return after.map((line) => {
    const old = known.get(positionOf(line))
    return old && isSame(old, line) ? old : line
  })
}

/** Unique as long as no divided segment has more than 10⁶ characters. */
const positionOf = ({ segment, offset = 0 }: Line) => segment * 1e6 + offset

const isSame = (a: Line, b: Line) =>
  a.start === b.start &&
  a.end === b.end &&
  a.text === b.text &&
  a.speaker === b.speaker &&
  a.kind === b.kind &&
  a.language === b.language &&
  areSame(a.words, b.words, isSameWord) &&
  areSame(a.issues ?? [], b.issues ?? [], isSameIssue)

const areSame = <T>(a: readonly T[], b: readonly T[], is: (a: T, b: T) => boolean) =>
  a === b || (a.length === b.length && a.every((each, at) => is(each, b[at]!)))

const isSameWord = (a: Word, b: Word) =>
  a.from === b.from &&
  a.to === b.to &&
  a.start === b.start &&
  a.end === b.end &&
  a.confidence === b.confidence &&
  a.unsure === b.unsure &&
  a.estimated === b.estimated

const isSameIssue = (a: TimingIssue, b: TimingIssue) =>
  a.from === b.from && a.to === b.to && a.reason === b.reason
