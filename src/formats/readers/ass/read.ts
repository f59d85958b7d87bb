import { countOf, createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { parseEventText } from './event-text.ts'
import { readAssEvents, type AssEvent } from './events.ts'

/** Default titles that programs write for untitled scripts. */
const noTitle = /^(?:<?untitled>?|default (?:aegisub )?file)?$/i

/** Reads Advanced SubStation Alpha and SSA. Styles and positions are ignored. */
export function readAss({ text, name }: TranscriptFile): ParsedTranscript {
  const { events, title, broken } = readAssEvents(text)
  if (events.length === 0 && broken.length === 0 && !/^\[(?:script info|events)\]/im.test(text)) {
    return emptyParsedTranscript({
      code: 'events-missing',
      severity: 'error',
      message: `${name} has no line that begins with “Dialogue:”, so it cannot be read as ASS or SSA. Choose another format.`,
    })
  }
  const tally = createTally()
  for (const line of broken) tally.count('event-broken', line)
  const segments: ParsedSegment[] = []
  const seen = new Set<string>()
  for (const event of events) {
    const { segment, hasDrawing } = parseEvent(event)
    const isEmpty = segment.text.trim() === ''
    if (hasDrawing) tally.count('drawing-hidden', event.line)
    if (hasDrawing && isEmpty) continue
    // shadows, outlines and glows repeat the same text
    const key = `${event.start} ${event.end} ${segment.text.trim()}`
    if (!isEmpty && seen.has(key)) tally.count('event-repeated', event.line)
    else segments.push(segment)
    seen.add(key)
  }
  return {
    ...(noTitle.test(title) ? {} : { title }),
    segments,
    problems: [
      ...tally.report(
        'event-broken',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')} of dialogue${where} ${count === 1 ? 'has' : 'have'} too few columns and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
      ...tally.report(
        'event-repeated',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'line')} of dialogue${where} ${count === 1 ? 'repeats' : 'repeat'} an earlier one at the same time, as a visual effect, and ${count === 1 ? 'is' : 'are'} not shown again.`,
      ),
      ...tally.report(
        'drawing-hidden',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'drawing')}${where} ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

function parseEvent(event: AssEvent): { segment: ParsedSegment; hasDrawing: boolean } {
  const { text, syllables, hasDrawing } = parseEventText(event.text)
  const start = timeOf(event.start)
  const words = syllables.map((syllable) => ({
    ...syllable,
    start: sum(start, syllable.start),
    end: sum(start, syllable.end),
  }))
  const segment: ParsedSegment = {
    text,
    start,
    end: timeOf(event.end),
    line: event.line,
    // NTP (“not to be printed”) is what SubStation wrote when there was no name
    ...(event.name === '' || event.name === 'NTP' ? {} : { speaker: event.name }),
    ...(words.length === 0 ? {} : { words }),
  }
  return { segment, hasDrawing }
}

/** NaN if it is not a time, so that the error is counted. */
function timeOf(written: string): number {
  return parseClockTime(written.replace(/^(.*:.*:.*):/, '$1.')) ?? Number.NaN
}

/** Adds in hundredths of a second, to avoid rounding errors. */
function sum(a: number, b: number): number {
  return roundToMs(a + b)
}
