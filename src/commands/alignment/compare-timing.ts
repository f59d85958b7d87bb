import type { AlignmentResult } from '#state/alignment-slice.ts'
import type { Line } from '#transcript/line.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** Seconds. */
const noticeable = 0.5

type Compared = Extract<AlignmentResult, { kind: 'compared' }>

/**
 * Where lines begin in the sound, beside where their text says. Only lines whose first word was heard for sure
 * are compared, and only those that begin with a segment: the times of others are nobody's word.
 */
export function compareTiming(
  lines: readonly Line[],
  { written, heard }: { written: Transcript; heard: Transcript },
): Compared {
  let compared = 0
  const off = lines.flatMap(({ segment, offset = 0 }, line) => {
    const said = written.segments[segment]?.start ?? null
    const [first] = heard.segments[segment]?.words ?? []
    if (offset > 0 || said === null || !first || first.unsure === true) return []
    compared++
    const by = first.start - said
    return Math.abs(by) > noticeable ? [{ line, by }] : []
  })
  return { kind: 'compared', off, compared }
}
