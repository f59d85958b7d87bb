import { createTally } from '#transcript/problem-tally.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { bracketTime, toParagraphs } from '../../writing/paragraphs.ts'
import { countUnclearPrefixes, prefixName } from '../../writing/written-names.ts'

const capabilities: WriterCapabilities = { ...leastCapabilities, untimed: true, ticks: null }

export const plainTextWriter: LoadedWriter = { capabilities, write }

/** Writes paragraphs separated by blank lines: `[0:01:02] Name: text`. */
function write(prepared: PreparedTranscript): WriterOutput {
  const tally = createTally()
  const paragraphs = toParagraphs(prepared, tally)
  countUnclearPrefixes(paragraphs, tally)
  const texts = paragraphs.map((paragraph) => bracketTime(paragraph) + prefixName(paragraph))
  return {
    text: `${texts.join('\n\n')}\n`,
    problems: reportWritingLosses(tally, prepared.formatName),
  }
}
