import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { IntervalTier, TierInterval } from '../../parsing/tiers/tier.ts'
import type { TextgridToken } from './tokens.ts'

/**
 * Reads tiers by the order of their values, not by the counts in the file: an interval is two numbers and a string, a
 * point a number and a string. Anything else is skipped and counted as `textgrid-damaged`, texts with quotes that were
 * not doubled as `textgrid-quotes`.
 */
export function readTiers(tokens: readonly TextgridToken[], tally: ProblemTally): IntervalTier[] {
  const tiers: IntervalTier[] = []
  let at = tokens.findIndex((_, index) => beginsTier(tokens, index))
  while (at !== -1 && at < tokens.length) {
    const isPoints = tokens[at]!.value === 'TextTier'
    const name = tokens[at + 1]!.value as string
    const intervals: TierInterval[] = []
    at += 2
    for (let header = 0; header < 3 && tokens[at]?.kind === 'number'; header += 1) at += 1
    while (at < tokens.length && !beginsTier(tokens, at)) {
      const found = intervalAt(tokens, at, isPoints)
      if (found === null) {
        tally.count('textgrid-damaged', tokens[at]!.line)
        at += 1
        continue
      }
      if (found.label.trim() !== '') intervals.push(found)
      at += isPoints ? 2 : 3
      const label = tokens[at - 1]!
      if (label.kind === 'string' && label.isRepaired) tally.count('textgrid-quotes', label.line)
    }
    tiers.push({ name, isPoints, intervals })
  }
  return tiers
}

function beginsTier(tokens: readonly TextgridToken[], at: number): boolean {
  const token = tokens[at]
  return (
    token?.kind === 'string' &&
    (token.value === 'IntervalTier' || token.value === 'TextTier') &&
    tokens[at + 1]?.kind === 'string' &&
    (tokens[at + 2] === undefined || tokens[at + 2]!.kind === 'number')
  )
}

function intervalAt(
  tokens: readonly TextgridToken[],
  at: number,
  isPoints: boolean,
): TierInterval | null {
  const start = tokens[at]
  const end = isPoints ? start : tokens[at + 1]
  const label = tokens[at + (isPoints ? 1 : 2)]
  if (start?.kind !== 'number' || end?.kind !== 'number') return null
  if (label?.kind !== 'string' || !label.isClosed) return null
  const times = { start: start.value, end: isPoints ? null : end.value }
  return { label: label.value, ...times, line: start.line }
}
