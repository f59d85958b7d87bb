/** A ratio is of one run, so that noise falls on both sides of it; a figure alone has all of it. */
const toleranceOfRatio = 0.15
const toleranceAlone = 0.25

/** Smaller differences are noise, however large their share: of a frame, of Lighthouse's points. */
const leastDifferences = [
  { unit: /, ms\b/, least: 17 },
  { unit: /, points\b/, least: 3 },
  { unit: /, layout shift\b/, least: 0.01 },
]

/**
 * How a row does beside the same row of an earlier run. `before` is the earlier ratio, or the earlier figure where one of
 * the two has no peer; `verdict` says whether the difference exceeds what two runs of one build differ by.
 * Both are `null` where there is no earlier row.
 *
 * @param {import('./row.mjs').Row} row
 * @param {Pick<import('./row.mjs').Row, 'earshot' | 'ratio'> | undefined} earlier
 * @returns {{ before: number | null, verdict: 'better' | 'same' | 'worse' | null }}
 */
export function compareRow(row, earlier) {
  if (!earlier) return { before: null, verdict: null }
  const isRatio = row.ratio !== null && earlier.ratio !== null
  const before = isRatio ? earlier.ratio : earlier.earshot
  const now = isRatio ? row.ratio : row.earshot
  // What the difference of the ratios is on this machine.
  const difference = Math.abs(now - before) * (isRatio ? row.peer : 1)
  const least = leastDifferences.find(({ unit }) => unit.test(row.name))?.least ?? 0
  const share = isRatio ? toleranceOfRatio : toleranceAlone
  const isSame = difference < least || Math.abs(now - before) <= share * before
  return { before, verdict: isSame ? 'same' : now < before ? 'better' : 'worse' }
}

/** What the verdicts mean, for those who read the table. `before`: what the earlier figures are. */
export const meaningOfVerdicts = (before) =>
  `- Before: ${before}. “Same” is within ${100 * toleranceOfRatio} % of the ratio before, or ` +
  `${100 * toleranceAlone} % of a figure without a peer, or a difference below a frame (17 ms), 3 points, 0.01 of ` +
  'layout shift: two runs of one build differ by as much.'
