import type { Problem } from '#transcript/problem.ts'
import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'

interface Loss {
  readonly code: string
  readonly severity: 'note' | 'warning'
  sentence(count: number, format: string): string
}

const is = (count: number) => (count === 1 ? 'is' : 'are')
const has = (count: number) => (count === 1 ? 'has' : 'have')

/** What a format cannot represent, and the message for it. Lost text is a warning, other losses are notes. */
const losses: readonly Loss[] = [
  {
    code: 'segment-untimed',
    severity: 'warning',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} without a time ${is(count)} left out, because ${format} needs times; choose plain text to keep the text.`,
  },
  {
    code: 'character',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} ${has(count)} characters that ${format} does not allow; they are replaced.`,
  },
  {
    code: 'blank-line',
    severity: 'note',
    sentence: (count) =>
      `${countOf(count, 'segment')} ${has(count)} blank lines in the text; they are left out, because a blank line ends a cue.`,
  },
  {
    code: 'word-time',
    severity: 'note',
    sentence: (count, format) =>
      `The times of ${countOf(count, 'word')} are left out: ${format} has none for words.`,
  },
  {
    code: 'word-crowded',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'word')} ${is(count)} written without a time: ${count === 1 ? 'it follows' : 'they follow'} the word before more closely than ${format} can express.`,
  },
  {
    code: 'rounded',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'time')} ${is(count)} more precise than ${format} allows; ${count === 1 ? 'it is' : 'they are'} rounded.`,
  },
  {
    code: 'confidence',
    severity: 'note',
    sentence: (count, format) =>
      `The confidence of the recogniser in ${countOf(count, 'word')} is left out: ${format} has no place for it.`,
  },
  {
    code: 'estimate',
    severity: 'note',
    sentence: (count, format) =>
      `The times of ${countOf(count, 'word')} were estimated; ${format} cannot mark them as estimated.`,
  },
  {
    code: 'speaker',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'speaker')} ${is(count)} left out: ${format} has no place for names.`,
  },
  {
    code: 'chapter',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'chapter')} ${is(count)} left out: ${format} has no place for ${count === 1 ? 'it' : 'them'} beside the text.`,
  },
  {
    code: 'division',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} ${is(count)} joined with others or divided: ${format} is written in paragraphs, and the division into segments is left out.`,
  },
  {
    code: 'division-by-word',
    severity: 'note',
    sentence: (count, format) =>
      `The division of ${countOf(count, 'segment')} is left out: ${format} is written with a segment for each word.`,
  },
  {
    code: 'title',
    severity: 'note',
    sentence: (_, format) => `The title is left out: ${format} has no place for it.`,
  },
  {
    code: 'language',
    severity: 'note',
    sentence: (_, format) => `The language is left out: ${format} has no place for it.`,
  },
  {
    code: 'segment-language',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} ${is(count)} in another language; ${format} cannot mark ${count === 1 ? 'it' : 'them'}.`,
  },
  {
    code: 'sound-unmarked',
    severity: 'note',
    sentence: (count) =>
      `${countOf(count, 'sound')} ${is(count)} written without brackets and will be read as speech.`,
  },
  {
    code: 'names-unclear',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} will be read with another speaker or none: ${format} names speakers only in the text.`,
  },
  {
    code: 'line-break',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'line break')} inside segments ${is(count)} written as ${count === 1 ? 'a blank' : 'blanks'}: in ${format} a line is a segment.`,
  },
  {
    code: 'sign-in-text',
    severity: 'note',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} ${has(count)} characters in the text that ${format} would read as markup; they are replaced by similar ones.`,
  },
  {
    code: 'overlap',
    severity: 'warning',
    sentence: (count, format) =>
      `${countOf(count, 'segment')} ${is(count)} left out: more than 100 of one speaker’s overlap, and ${format} has no place for more.`,
  },
  {
    code: 'end',
    severity: 'note',
    sentence: (count, format) =>
      `The ends of ${countOf(count, 'segment')} are left out: in ${format} each lasts until the next.`,
  },
  {
    code: 'word-end',
    severity: 'note',
    sentence: (count, format) =>
      `The ends of ${countOf(count, 'word')} are left out: in ${format} each lasts until the next.`,
  },
  {
    code: 'word-joined',
    severity: 'note',
    sentence: (count) =>
      `Text without a time follows ${countOf(count, 'word')} and will be highlighted together with ${count === 1 ? 'it' : 'them'}.`,
  },
]

/** One problem per kind of loss that was counted. Codes end in `-not-kept`. */
export function reportWritingLosses(tally: ProblemTally, format: string): Problem[] {
  return losses.flatMap(({ code, severity, sentence }) =>
    tally
      .report(code, severity, ({ count }) => sentence(count, format))
      .map((problem) => ({ ...problem, code: `${code}-not-kept` })),
  )
}
