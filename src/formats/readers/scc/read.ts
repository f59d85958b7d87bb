import { countOf, createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import { decodeCaptions, type BytePair } from '../../parsing/captions608/decode.ts'
import { reportProgrammeStart } from '../../parsing/cues/programme-start.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'

const line608 = /^\s*(\d{1,2}):(\d{2}):(\d{2})([:;.,])(\d{2})\s+((?:[\da-f]{4}\s*)+)$/i

/** Frames a second of the line 21 in which the captions are sent. */
const rate = 30_000 / 1001

/**
 * Reads Scenarist Closed Captions: each line is a time code and the byte pairs of CEA-608 that are sent from then on,
 * one a frame.
 */
export function readScc({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const pairs: BytePair[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1
    const found = line608.exec(content)
    if (found === null) {
      const isSilent = content.trim() === '' || /^\s*Scenarist_SCC/i.test(content)
      if (!isSilent) tally.count('line-left-out', line)
      continue
    }
    const [, hours, minutes, seconds, separator, frame, codes = ''] = found
    if (Number(frame) >= 30) tally.count('frame-impossible', line)
    const first = frameNumber([hours, minutes, seconds, frame].map(Number), separator === ';')
    for (const [at, code] of (codes.match(/[\da-f]{4}/gi) ?? []).entries()) {
      const bytes = [
        Number.parseInt(code.slice(0, 2), 16),
        Number.parseInt(code.slice(2), 16),
      ] as const
      pairs.push({ time: roundToMs((first + at) / rate), bytes, line })
    }
  }
  if (pairs.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like 00:00:01:00 9420 9420, so it cannot be read as SCC. Choose another format.`,
    })
  }
  const { segments, other, beside } = decodeCaptions(pairs)
  return {
    segments,
    problems: [
      ...reportProgrammeStart(segments, name),
      ...tally.report(
        'frame-impossible',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'time')}${where} ${count === 1 ? 'has a frame' : 'have frames'} of 30 or more, which do not exist; ${count === 1 ? 'it was' : 'they were'} counted into the next second.`,
      ),
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'holds' : 'hold'} no caption data and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
      ...(beside === 0
        ? []
        : [
            {
              code: 'text-service-left-out',
              severity: 'note' as const,
              message: `${countOf(beside, 'character')} of the text service or of data about the programme ${beside === 1 ? 'is' : 'are'} not shown.`,
            },
          ]),
      ...(other === 0
        ? []
        : [
            {
              code: 'channel-left-out',
              severity: 'note' as const,
              message: `${countOf(other, 'caption')} of the second caption channel ${other === 1 ? 'is' : 'are'} not shown.`,
            },
          ]),
    ],
  }
}

/** The number of a frame; drop-frame time codes skip two numbers each minute, save each tenth. */
function frameNumber(code: readonly number[], isDropFrame: boolean): number {
  const [hours = 0, minutes = 0, seconds = 0, frame = 0] = code
  const whole = ((hours * 60 + minutes) * 60 + seconds) * 30 + frame
  const minute = hours * 60 + minutes
  return isDropFrame ? whole - 2 * (minute - Math.floor(minute / 10)) : whole
}
