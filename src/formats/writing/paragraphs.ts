import { toLines } from '#transcript/lines.ts'
import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { PreparedTranscript } from '../writers/writer.ts'
import { formatClock } from './clock.ts'
import { isOnTick } from './ticks.ts'

export interface ExportParagraph {
  readonly name: string | null
  readonly text: string
  /** Seconds; `null` if unknown or not exported. */
  readonly start: number | null
  /** Index of the first segment in it. */
  readonly segment: number
}

/** Joins short segments of one speaker into paragraphs, as the app shows them, and counts what that loses. */
export function toParagraphs(prepared: PreparedTranscript, tally: ProblemTally): ExportParagraph[] {
  const lines = toLines(prepared, 'paragraphs')
  countDivisions(
    lines.map(({ segment }) => segment),
    prepared.segments.length,
    tally,
  )
  return lines.map(({ text, start, segment }) => {
    const shown = prepared.showsTimes ? start : null
    if (shown !== null) tally.count('end')
    if (shown !== null && !isOnTick(shown, 1)) tally.count('rounded')
    return { text, segment, name: prepared.segments[segment]!.name, start: shown }
  })
}

/** Counts the segments that do not make one paragraph each, by the index of the first segment of each paragraph. */
function countDivisions(firsts: readonly number[], segments: number, tally: ProblemTally): void {
  const pieces = new Map<number, number>()
  for (const first of firsts) pieces.set(first, (pieces.get(first) ?? 0) + 1)
  for (let at = 0; at < segments; at += 1) if (pieces.get(at) !== 1) tally.count('division')
}

/** `[0:01:02] `, rounded down to whole seconds; empty if there is no time. */
export function bracketTime({ start }: { readonly start: number | null }): string {
  if (start === null) return ''
  const whole = Math.floor(start + 1e-6)
  return `[${formatClock(whole, { digits: 1, hours: 'always', point: '.', fraction: 0 })}] `
}
