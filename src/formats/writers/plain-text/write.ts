import { createTally } from '#transcript/problem-tally.ts'
import {
  keepsLittle,
  type Keeps,
  type LoadedWriter,
  type Manuscript,
  type Written,
} from '../writer.ts'
import { reportLosses } from '../../writing/losses.ts'
import { bracketTime, toParagraphs } from '../../writing/paragraphs.ts'
import { countUnclearPrefixes, prefixName } from '../../writing/written-names.ts'

const keeps: Keeps = { ...keepsLittle, untimed: true, ticks: null }

export const plainTextWriter: LoadedWriter = { keeps, write }

/** Paragraphs as they are read, a blank line between them: `[0:01:02] Name: text`. */
function write(manuscript: Manuscript): Written {
  const tally = createTally()
  const paragraphs = toParagraphs(manuscript, tally)
  countUnclearPrefixes(paragraphs, tally)
  const texts = paragraphs.map((paragraph) => bracketTime(paragraph) + prefixName(paragraph))
  return {
    text: `${texts.join('\n\n')}\n`,
    problems: reportLosses(tally, manuscript.formatName),
  }
}
