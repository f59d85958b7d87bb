import type { Problem } from '#transcript/problem.ts'

const longestQuote = 160

/** Shows beside what was odd the line of the file that it was found in. */
export function quoteLines(problems: readonly Problem[], text: string): Problem[] {
  if (problems.every(({ line }) => line === undefined)) return [...problems]
  const lines = text.split('\n')
  return problems.map((problem) => {
    const quote = lines[(problem.line ?? 0) - 1]?.trim()
    return quote ? { ...problem, quote: shortened(quote) } : problem
  })
}

function shortened(line: string): string {
  if (line.length <= longestQuote) return line
  return `${line.slice(0, longestQuote).replace(/[\ud800-\udbff]$/, '')}…`
}
