import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { parseCommaTiming } from '../../parsing/cues/comma-cues.ts'
import {
  leastCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { formatClock } from '../../writing/clock.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { timedSegments } from '../../writing/timed-segments.ts'
import { countUnclearPrefixes, prefixName } from '../../writing/written-names.ts'

export const sbvWriter: LoadedWriter = { capabilities: leastCapabilities, write }

/** Writes SBV: `0:00:01.000,0:00:02.000`, the text with `Name: ` before it, a blank line. */
function write(prepared: PreparedTranscript): WriterOutput {
  const segments = timedSegments(prepared)
  const tally = createTally()
  countUnclearPrefixes(segments, tally)
  const cues = segments.map((segment) => {
    const { start, end } = segment
    return `${stamp(start)},${stamp(end)}\n${replaceMarkup(prefixName(segment), tally)}\n`
  })
  return { text: cues.join('\n'), problems: reportWritingLosses(tally, prepared.formatName) }
}

/** SBV has no escapes, so characters that would be read as a time or a line break are replaced. */
function replaceMarkup(text: string, tally: ProblemTally): string {
  const lines = text
    .replace(/\[br\]/gi, '(br)')
    .split('\n')
    .map((line) => (parseCommaTiming(line) === null ? line : line.replaceAll(',', ';')))
  const written = lines.join('\n')
  if (written !== text) tally.count('sign-in-text')
  return written
}

function stamp(seconds: number): string {
  return formatClock(seconds, { digits: 1, hours: 'always', point: '.', fraction: 3 })
}
