import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { isRecord, list, own } from '../../parsing/json/values.ts'

/** From `start` (seconds) to the next one's, the same person speaks. */
export interface Stretch {
  readonly start: number
  readonly speaker: string | undefined
}

/** `{segments: [{start, duration, speaker: {"@id": "S0"}}]}`, in the order of their starts. */
export function stretchesOf(segmentation: unknown, tally: ProblemTally): Stretch[] {
  const stretches: Stretch[] = []
  for (const segment of list(own(segmentation, 'segments'))) {
    const start = secondsOf(own(segment, 'start'), tally)
    const speaker = own(segment, 'speaker')
    const label = isRecord(speaker) ? (own(speaker, 'name') ?? own(speaker, '@id')) : speaker
    if (start !== null) stretches.push({ start, speaker: speakerNameOf(label) })
  }
  return stretches.sort((a, b) => a.start - b.start)
}
