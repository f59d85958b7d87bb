import type { Transcript } from './transcript.ts'

/** How the times of a transcript lie outside its recording. */
export interface TimesOutside {
  /** Of the first and the last segment that has a time, seconds. */
  readonly first: number
  readonly last: number
  /** Seconds to add to each time, so that the transcript lies in the recording as far as can be told. */
  readonly shift: number
}

/** A transcript may run this much longer than its recording: credits, a rounded last time. Seconds. */
const tolerance = 2
const hour = 3600

/**
 * Whether most segments of a transcript begin after its recording ends, and by how much it would have to be moved: by
 * whole hours where that suffices (time codes of programmes begin at 1:00:00 or 10:00:00), else so that its first
 * segment begins at 0 (times of day, tapes). `null` where it lies in the recording, or has no times.
 *
 * @param duration of the recording, seconds
 */
export function timesOutside({ segments }: Transcript, duration: number): TimesOutside | null {
  const starts = segments.flatMap(({ start }) => (start === null ? [] : [start]))
  const after = starts.filter((start) => start > duration + tolerance).length
  if (duration <= 0 || after * 2 <= starts.length) return null
  const first = Math.min(starts[0]!, starts.at(-1)!)
  const last = starts.at(-1)!
  const wholeHours = Math.floor(first / hour) * hour
  const fits = wholeHours > 0 && last - wholeHours <= duration + tolerance
  return { first, last, shift: -(fits ? wholeHours : first) }
}
