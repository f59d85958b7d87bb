import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { reportUnplacedWords } from '../../parsing/words/report-unplaced.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { segmentsOfTiers } from '../../parsing/tiers/segments-of-tiers.ts'
import { readTiers } from './tiers.ts'
import { readTextgridTokens } from './tokens.ts'

/**
 * Reads Praat's TextGrid: utterance tiers give the text, word tiers the times of its words. Other tiers are skipped.
 */
export function readTextgrid({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const tiers = readTiers(readTextgridTokens(text), tally)
  if (tiers.length === 0) {
    return emptyParsedTranscript({
      code: 'tiers-missing',
      severity: 'error',
      message: `${name} has no tier, so it cannot be read as a TextGrid. Choose another format, or save it in Praat again.`,
    })
  }
  const { segments, problems } = segmentsOfTiers(tiers, tally)
  return {
    segments,
    problems: [...reportDamage(tally, name), ...reportUnplacedWords(tally), ...problems],
  }
}

function reportDamage(tally: ProblemTally, name: string): Problem[] {
  return [
    ...tally.report(
      'textgrid-damaged',
      'warning',
      ({ count, where }) =>
        `${name} is damaged in ${countOf(count, 'place')}${where}; the rest was read. Save it in Praat again to repair it.`,
    ),
    ...tally.report(
      'textgrid-quotes',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'text')} of ${name} ${count === 1 ? 'has' : 'have'} quotes that are not doubled${where}; ${count === 1 ? 'it was' : 'they were'} read to the end of the line. Double them (""), or Praat will not read the file.`,
    ),
  ]
}
