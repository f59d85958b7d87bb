const columns = [
  ['recording', 26],
  ['lines', 6],
  ['median ms', 10],
  ['p95 ms', 7],
  ['≤ 250', 7],
  ['sure', 7],
  ['sure ≤ 250', 11],
  ['≤ 250 or unsure', 16],
  ['words sure', 11],
  ['absent: sure/unsure/untimed', 28],
  ['CPU/sound', 10],
  ['MB', 5],
  ['outcome', 14],
]

const wordColumns = [
  ['recording', 26],
  ['words', 7],
  ['median ms', 10],
  ['p95 ms', 7],
  ['untimed', 8],
]

export const heading = toLine(columns, names(columns))
export const wordHeading = toLine(wordColumns, names(wordColumns))

/** @param {import('./measure-case.mjs').Measurement} measurement */
export function lineOf({ name, score: { lines, absent, spoken }, cpu, megabytes, outcome }) {
  const { heard, median, p95, within, sure, sureWithin, withinOrUnsure } = lines
  return toLine(columns, [
    name,
    heard,
    milliseconds(median),
    milliseconds(p95),
    ...[within, sure, sureWithin, withinOrUnsure].map(percent),
    percent(spoken.sure),
    absent.words === 0 ? '–' : `${absent.sure} / ${absent.unsure} / ${absent.untimed}`,
    cpu.toFixed(3),
    megabytes.toFixed(0),
    outcome,
  ])
}

/** @param {import('./measure-case.mjs').Measurement} measurement of a recording with known word times */
export function wordLineOf({ name, score: { words } }) {
  const { count, median, p95, missing } = words
  return toLine(wordColumns, [
    name,
    count,
    milliseconds(median),
    milliseconds(p95),
    percent(missing),
  ])
}

const milliseconds = (seconds) => (seconds === null ? '–' : (seconds * 1000).toFixed(0))
const percent = (share) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)

function names(columns) {
  return columns.map(([name]) => name)
}

function toLine(columns, cells) {
  return cells
    .map((cell, at) => {
      const [, width] = columns[at]
      return at === 0 ? String(cell).padEnd(width) : String(cell).padStart(width)
    })
    .join(' ')
}
