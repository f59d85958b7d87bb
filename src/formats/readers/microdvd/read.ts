import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { frameRateIn, parseFramedLine, removeCodes, type FramedLine } from './frames.ts'

/** The frame rate of most films with MicroDVD subtitles. */
const usualRate = 25

/** Reads MicroDVD, which has no specification: times are frame numbers, and the first line may give the frame rate. */
export function readMicrodvd({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const lines: (FramedLine & { readonly line: number })[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const framed = parseFramedLine(content)
    if (framed !== null) lines.push({ ...framed, line: index + 1 })
    // {DEFAULT}{}{C:$0000FF} sets the default style
    else if (content.trim() !== '' && !/^\s*\{DEFAULT\}/i.test(content)) {
      tally.count('line-left-out', index + 1)
    }
  }
  const [first] = lines
  if (first === undefined) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like {25}{50}text, so it cannot be read as MicroDVD. Choose another format.`,
    })
  }
  const rate = frameRateIn(first)
  const spoken = rate === null ? lines : lines.slice(1)
  const seconds = (frames: number) => roundToMs(frames / (rate ?? usualRate))
  return {
    segments: spoken.map(({ start, end, text, line }): ParsedSegment => ({
      text: removeCodes(text),
      start: seconds(start),
      end: end === null ? null : seconds(end),
      line,
    })),
    problems: [
      ...(rate === null ? [rateAssumed(name)] : []),
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'has' : 'have'} no times in frames and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}

function rateAssumed(name: string): Problem {
  return {
    code: 'frame-rate-assumed',
    severity: 'warning',
    message: `${name} counts frames but gives no frame rate; ${usualRate} frames a second were assumed. If text and recording drift apart, add a first line like {1}{1}23.976.`,
  }
}
