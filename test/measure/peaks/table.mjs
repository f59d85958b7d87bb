/** Target: the share of points within 2 % of full scale. */
const target = 0.99
/** Tolerance for two different noises: they miss the target differently often. */
const slack = 1.1

const columns = [
  ['recording', 28],
  ['points', 9],
  ['within 2 %', 11],
  ['worst', 8],
  ['at', 9],
  ['ffmpeg against itself', 22],
  ['verdict', 8],
]

export const heading = toLine(columns.map(([name]) => name))

/**
 * `noise`: FFmpeg itself misses the target as often when it begins to decode elsewhere.
 *
 * @typedef {'ok' | 'noise' | 'UNDER' | 'FAILS'} Verdict
 */

/**
 * @param {import('./compare.mjs').Comparison} found
 * @param {import('./compare.mjs').Comparison | null} itself
 * @returns {Verdict}
 */
export function judge(found, itself) {
  if (found.share >= target) return 'ok'
  const misses = 1 - found.share
  return itself !== null && misses <= (1 - itself.share) * slack ? 'noise' : 'UNDER'
}

export const lineOf = ({ name, found, itself, verdict }) =>
  toLine([
    name,
    found.points.toLocaleString('en'),
    percent(found.share, 2),
    percent(found.worst, 1),
    `${(found.worstAt / 100).toFixed(2)} s`,
    itself === null ? '' : percent(itself.share, 2),
    verdict,
  ])

export const lineOfFailure = ({ name, reason }) => `${toLine([name])} FAILS: ${reason}`

const percent = (share, digits) => `${(share * 100).toFixed(digits)} %`

function toLine(cells) {
  return cells
    .map((cell, at) => {
      const [, width] = columns[at]
      return at === 0 ? String(cell).padEnd(width) : String(cell).padStart(width)
    })
    .join(' ')
}
