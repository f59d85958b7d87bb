import type { AlignmentResult } from '#state/alignment.ts'
import type { Line } from '#transcript/line.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** Seconds. */
const noticeable = 0.5

type Comparison = Omit<Extract<AlignmentResult, { kind: 'compared' }>, 'timing'>

/**
 * How far the lines of a transcript begin from where they are heard. Compared are lines whose first word was found for
 * sure and that begin with a segment: the times of others come from no file. Lines that have a time and were not heard
 * are counted, too. `read`: with its own times; `heard`: with those that were found.
 */
export function compareTiming(
  lines: readonly Line[],
  { read, heard }: { read: Transcript; heard: Transcript },
): Comparison {
  let compared = 0
  const off = lines.flatMap(({ segment, offset = 0 }, line) => {
    const said = read.segments[segment]?.start ?? null
    const [first] = heard.segments[segment]?.words ?? []
    if (offset > 0 || said === null || !first || first.unsure === true) return []
    compared++
    const by = first.start - said
    return Math.abs(by) > noticeable ? [{ line, by }] : []
  })
  const notHeard = lines.filter((line) => line.start !== null && !isHeard(line, heard)).length
  return { kind: 'compared', off, compared, notHeard }
}

/** Of a joined line it is the first segment that counts; what is not spoken is timed by what stands round it. */
function isHeard({ segment, offset = 0, text }: Line, { segments }: Transcript): boolean {
  const { start = null, words = [] } = segments[segment] ?? {}
  const end = offset + text.length
  return words.length === 0
    ? start !== null
    : words.some(({ from }) => from >= offset && from < end)
}
