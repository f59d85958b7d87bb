import type { Problem } from './problem.ts'

/** Counts problems by code, so that ten thousand of one kind are reported in one sentence. */
export interface ProblemTally {
  /** `line` is 1-based; left out where the problem has no place. */
  count(code: string, line?: number): void
  /** No problem where nothing was counted under `code`. */
  report(
    code: string,
    severity: Problem['severity'],
    sentence: (found: { count: number; where: string }) => string,
  ): Problem[]
}

const namedLines = 3

export function createTally(): ProblemTally {
  const found = new Map<string, { count: number; lines: number[] }>()
  return {
    count(code, line) {
      const entry = found.get(code) ?? { count: 0, lines: [] }
      entry.count += 1
      if (line !== undefined && entry.lines.length < namedLines) entry.lines.push(line)
      found.set(code, entry)
    },
    report(code, severity, sentence) {
      const entry = found.get(code)
      if (entry === undefined) return []
      const { count, lines } = entry
      const message = sentence({ count, where: describePlaces(lines, count) })
      const line = lines[0]
      return [line === undefined ? { code, severity, message } : { code, severity, message, line }]
    },
  }
}

/** `3 cues`, `1 cue`, `12,000 cues`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** ` (line 3)`, ` (lines 3, 9, 27 and 40 more)`, or nothing. */
function describePlaces(lines: readonly number[], count: number): string {
  if (lines.length === 0) return ''
  const more = count - lines.length
  const list = lines.map((line) => line.toLocaleString('en')).join(', ')
  return ` (line${count === 1 ? '' : 's'} ${list}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''})`
}
