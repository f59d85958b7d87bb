import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** From `start` (seconds) to the next one's, the same person speaks. */
export interface DiarisedRange {
  readonly start: number
  readonly speaker: string | undefined
}

/** `{segments: [{start, duration, speaker: {"@id": "S0"}}]}`, in the order of their starts. */
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
