const headings = ['', 'Earshot', 'peer', 'ratio', 'target', '', 'before', '']

/** Rows as lines of text in columns; an empty line separates rows of different subjects. */
export function toTable(rows) {
  const cells = [headings, ...rows.map(toCells)]
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  return cells
    .map((row, at) => {
      const line = row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      const isNewSubject = at > 1 && subject(rows[at - 1]) !== subject(rows[at - 2])
      return (at === 1 || isNewSubject ? '\n' : '') + line.join('  ').trimEnd()
    })
    .join('\n')
}

const subject = ({ name }) => name.split(',')[0]

const toCells = ({ name, earshot, peer, ratio, target, holds, before = null, verdict = null }) => [
  name,
  formatNumber(earshot),
  formatNumber(peer),
  ratio === null ? '' : `×${formatNumber(ratio)}`,
  target === null ? '' : `≤ ${ratio === null ? '' : '×'}${target}`,
  holds === null ? '' : holds ? 'holds' : 'MISSED',
  before === null ? '' : `${ratio === null ? '' : '×'}${formatNumber(before)}`,
  verdict ?? '',
]

function formatNumber(value) {
  if (value === null) return ''
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 3 : 21 })
}

const lineLength = 100

/** A paragraph in lines; all but the first are indented as a list item's are. */
export const wrapped = (paragraph) =>
  paragraph
    .split(' ')
    .reduce(
      ([line, ...before], word) =>
        `${line} ${word}`.length <= lineLength
          ? [`${line} ${word}`, ...before]
          : [`  ${word}`, line, ...before],
      [''],
    )
    .toReversed()
    .map((line) => line.replace(/^ (?! )/, ''))
    .join('\n')
