import { createTally } from '#transcript/problem-tally.ts'
import { parseLooseTiming, parseOpenTiming } from '../../parsing/cues/loose-timing.ts'
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
import { stripMarkup } from '../../readers/subrip/markup.ts'

export const subripWriter: LoadedWriter = { capabilities: leastCapabilities, write }

/** Writes SubRip that every player accepts: cue numbers, times with a comma, `Name: text`. */
function write(prepared: PreparedTranscript): WriterOutput {
  const segments = timedSegments(prepared)
  const tally = createTally()
  countUnclearPrefixes(segments, tally)
  const cues = segments.map((segment, index) => {
    const { start, end } = segment
    return `${index + 1}\n${stamp(start)} --> ${stamp(end)}\n${escapeText(prefixName(segment))}\n`
  })
  return { text: cues.join('\n'), problems: reportWritingLosses(tally, prepared.formatName) }
}

/**
 * SubRip has no escapes. Text that players would take for a tag or a time is written with HTML character references,
 * which most players decode; all other text, including `&` and `<`, is unchanged.
 */
function escapeText(text: string): string {
  const isPlain = stripMarkup(text) === text && !text.split('\n').some(isTiming)
  if (isPlain) return text
  return text.replace(/[&<>{\\→⇒⟶＞]/g, (sign) => references.get(sign)!)
}

function isTiming(line: string): boolean {
  return parseLooseTiming(line) !== null || parseOpenTiming(line) !== null
}

/** `>` as a numeric reference, because readers accept `&gt;` as part of an arrow. */
const references: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&#62;'],
  ['{', '&#123;'],
  ['\\', '&#92;'],
  ['→', '&#8594;'],
  ['⇒', '&#8658;'],
  ['⟶', '&#10230;'],
  ['＞', '&#65310;'],
])

function stamp(seconds: number): string {
  return formatClock(seconds, { digits: 2, hours: 'always', point: ',', fraction: 3 })
}
