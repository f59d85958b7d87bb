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
  return toLines(prepared, 'paragraphs').map(({ text, start, segment }) => {
    const shown = prepared.showsTimes ? start : null
    if (shown !== null) tally.count('end')
    if (shown !== null && !isOnTick(shown, 1)) tally.count('rounded')
    return { text, segment, name: prepared.segments[segment]!.name, start: shown }
  })
}

/** `[0:01:02] `, rounded down to whole seconds; empty if there is no time. */
export function bracketTime({ start }: { readonly start: number | null }): string {
  if (start === null) return ''
  const whole = Math.floor(start + 1e-6)
  return `[${formatClock(whole, { digits: 1, hours: 'always', point: '.', fraction: 0 })}] `
}
