import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** A speaker's range, from `start` (seconds) to the start of the next range. */
export interface DiarisedRange {
  readonly start: number
  readonly speaker: string | undefined
}

/** `{segments: [{start, duration, speaker: {"@id": "S0"}}]}`, sorted by start. */
export function diarisedRangesOf(segmentation: unknown, tally: ProblemTally): DiarisedRange[] {
  const ranges: DiarisedRange[] = []
  for (const segment of asArray(property(segmentation, 'segments'))) {
    const start = secondsOf(property(segment, 'start'), tally)
    const speaker = property(segment, 'speaker')
    const label = isRecord(speaker)
      ? (property(speaker, 'name') ?? property(speaker, '@id'))
      : speaker
    if (start !== null) ranges.push({ start, speaker: speakerNameOf(label) })
  }
  return ranges.sort((a, b) => a.start - b.start)
}
