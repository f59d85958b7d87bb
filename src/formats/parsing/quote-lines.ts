import type { Problem } from '#transcript/problem.ts'

const longestQuote = 160

/** Adds to each problem the line of the file where it was found. */
export function quoteLines(problems: readonly Problem[], text: string): Problem[] {
  const numbers = problems.flatMap(({ line }) => line ?? [])
  if (numbers.length === 0) return [...problems]
  const lines = linesOf(text, new Set(numbers))
  return problems.map((problem) => {
    const quote = lines.get(problem.line ?? 0)?.trim()
    return quote ? { ...problem, quote: shortened(quote) } : problem
  })
}

/** The lines with these numbers (1-based). It creates no strings for the other lines. */
function linesOf(text: string, numbers: ReadonlySet<number>): Map<number, string> {
  const last = Math.max(...numbers)
  const lines = new Map<number, string>()
  let from = 0
  for (let number = 1; number <= last && from <= text.length; number += 1) {
    const found = text.indexOf('\n', from)
    const to = found === -1 ? text.length : found
    if (numbers.has(number)) lines.set(number, text.slice(from, to))
    from = to + 1
  }
  return lines
}

function shortened(line: string): string {
  if (line.length <= longestQuote) return line
  return `${line.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '')}…`
}
