import { percentile } from '../bench/statistics.mjs'

/** Milliseconds. */
const targets = { p95: 50, worst: 100 }

const columns = [
  ['recording', 24],
  ['way', 8],
  ['n', 3],
  ['failed', 6],
  ['median', 8],
  ['p95', 8],
  ['worst', 8],
  ['median', 8],
  ['p95', 8],
  ['worst', 8],
  ['lean', 8],
  ['verdict', 8],
]

export const heading = `${' '.repeat(45)}heard − currentTime, ms    heard − asked − played, ms
${toLine(columns.map(([name]) => name))}`

/**
 * One line of the table. `lean`: median of the time of the audio minus the time of the player; positive if the audio is
 * ahead.
 */
export function summarise({ name, way, heard, failures, duration }) {
  const drift = errorsOf(heard.map(({ drift }) => drift))
  const miss = errorsOf(heard.map(({ miss }) => miss))
  const isOk =
    failures.length === 0 &&
    [drift, miss].every(({ p95, worst }) => p95 <= targets.p95 && worst <= targets.worst)
  const lean =
    heard.length === 0
      ? NaN
      : 1000 *
        percentile(
          heard.map(({ drift }) => drift),
          0.5,
        )
  const figures = [drift, miss].flatMap(({ median, p95, worst }) => [median, p95, worst])
  const cells = [
    name,
    way,
    heard.length + failures.length,
    failures.length,
    ...[...figures, lean].map(spell),
    isOk ? 'ok' : 'OVER',
  ]
  return { isOk, line: `${toLine(cells)}  ${spellDuration(duration)}` }
}

function errorsOf(seconds) {
  if (seconds.length === 0) return { median: NaN, p95: NaN, worst: NaN }
  const sizes = seconds.map((value) => Math.abs(value) * 1000)
  return {
    median: percentile(sizes, 0.5),
    p95: percentile(sizes, 0.95),
    worst: Math.max(...sizes),
  }
}

const spell = (value) => (Number.isNaN(value) ? '–' : String(Math.round(value)))

const spellDuration = (duration) =>
  duration === null ? 'does not open' : `said to last ${duration.toFixed(2)} s`

function toLine(cells) {
  return cells
    .map((cell, at) => {
      const [, width] = columns[at]
      return at < 2 ? String(cell).padEnd(width) : String(cell).padStart(width)
    })
    .join(' ')
}
