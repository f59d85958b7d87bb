/** @param {Record<string, ReturnType<import('./compare.mjs').compare>>} found by what was compared */
export function toTable(found, engines) {
  const kinds = Object.values(found)
  const row = (name, cellOf) => [name, ...kinds.map(cellOf)]
  const share = (count, all) => `${spell(count)} of ${spell(all)}`
  const rows = [
    ['', ...Object.keys(found)],
    row('compared', ({ all }) => spell(all)),
    ...engines.flatMap((engine) => [
      row(`equal to ${engine}`, ({ equal, all }) => share(equal[engine], all)),
      row('  of the valid ones', ({ equalValid, valid }) => share(equalValid[engine], valid)),
    ]),
    row('the browsers themselves differ', ({ disputed }) => spell(disputed.length)),
    row('we differ where they agree', ({ wrong }) => spell(wrong.length)),
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)))
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The readers grouped by equal results, the larger group first: `earshot = chromium | firefox`. */
function partiesOf(one) {
  return [...readersByAnswer(one).values()]
    .sort((a, b) => b.length - a.length)
    .map((readers) => readers.join(' = '))
    .join(' | ')
}

/** How often each grouping occurs, the most frequent first. */
export function tallyOfParties(cases) {
  const counts = new Map()
  for (const one of cases) counts.set(partiesOf(one), (counts.get(partiesOf(one)) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([parties, count]) => `${spell(count)} × ${parties}`)
}

/** One difference: the case, and for each result its readers; of long results the part that differs. */
export function toParagraph(one) {
  const parties = readersByAnswer(one)
  const from = firstDifference([...parties.keys()])
  const lines = Array.from(
    parties,
    ([answer, readers]) => `    ${readers.join(', ')}: ${excerpt(answer, from)}`,
  )
  return [`  ${excerpt(one.name, 0)}${one.isValid ? ' (valid)' : ''}`, ...lines].join('\n')
}

function readersByAnswer({ answers }) {
  const readers = new Map()
  for (const [reader, answer] of Object.entries(answers)) {
    readers.set(answer, [...(readers.get(answer) ?? []), reader])
  }
  return readers
}

function firstDifference([first, ...others]) {
  let at = 0
  while (at < first.length && others.every((other) => other[at] === first[at])) at++
  return at
}

const shown = { before: 25, all: 160 }

function excerpt(text, place) {
  const from = place <= shown.before ? 0 : place - shown.before
  const cut = text.slice(from, from + shown.all).replaceAll('\n', ' ⏎ ')
  return `${from > 0 ? '…' : ''}${cut}${from + shown.all < text.length ? '…' : ''}` || 'nothing'
}

const spell = (count) => count.toLocaleString('en')
