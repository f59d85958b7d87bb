import { parseTimeCell } from './time-cell.ts'
import { columnNamed, type Column, type ColumnName } from './column-names.ts'
import { readRows, type CsvDialect } from './records.ts'

/** The delimiter of a table and the meaning of its columns. */
export interface Layout extends CsvDialect {
  readonly places: ReadonlyMap<Column, number>
  readonly unit: ColumnName['unit']
  /** Columns with unknown meaning. */
  readonly others: readonly { readonly name: string; readonly place: number }[]
  /** The number of columns in the header; `null` if the table has no header. */
  readonly headed: number | null
  /** The column that says whether a row is a word or a sound. */
  readonly kind?: number
  /** Offset of the first row, after Excel's `sep=;`. */
  readonly begin: number
}

/**
 * Finds a table's layout by its header, or by a known shape without a header; `null` if it is not a transcript table.
 */
export function findLayout(text: string): Layout | null {
  const [, separator, rest] = /^\s{0,9}sep=([,;\t|])[^\S\n]*\n()/i.exec(text) ?? []
  const begin = rest === undefined ? 0 : text.indexOf('\n') + 1
  const head = text.slice(begin, begin + 8192)
  const delimiters = separator === undefined ? ['\t', ',', ';', '|'] : [separator]
  for (const delimiter of delimiters) {
    const layout = layoutByHeader(head, delimiter)
    if (layout !== null) return { ...layout, begin }
  }
  for (const delimiter of delimiters) {
    const layout = layoutByShape(head, delimiter)
    if (layout !== null) return { ...layout, begin }
  }
  return null
}

function layoutByHeader(head: string, delimiter: string): Omit<Layout, 'begin'> | null {
  const cells = readRows(head, { delimiter, isQuoted: true }, 1).rows[0]?.cells ?? []
  if (cells.length < 2 || cells.length > 200) return null
  if (/^begin,end,label,type\b/i.test(cells.join())) return alignedLayout(cells, delimiter)
  const places = new Map<Column, number>()
  const others: { name: string; place: number }[] = []
  let unit: ColumnName['unit'] = null
  for (const [place, cell] of cells.entries()) {
    const named = columnNamed(cell)
    if (named !== null && !places.has(named.column)) {
      places.set(named.column, place)
      const isTime = ['start', 'end', 'duration'].includes(named.column)
      if (isTime) unit ??= named.unit
    } else if (cell.trim() !== '') others.push({ name: cell.trim(), place })
  }
  const hasText = places.has('text') || (places.has('word') && places.has('start'))
  // without times, only a table of names and texts, as this app exports it, is accepted
  const isUntimed = places.has('speaker') && others.length === 0
  if (!hasText || !(places.has('start') || places.has('timespan') || isUntimed)) return null
  const isWhisper = delimiter === '\t' && cells.join().trim() === 'start,end,text'
  return { delimiter, isQuoted: !isWhisper, places, unit, others, headed: cells.length }
}

/** `Begin,End,Label,Type,Speaker` of the Montreal Forced Aligner: words and sounds. */
function alignedLayout(cells: readonly string[], delimiter: string): Omit<Layout, 'begin'> {
  const places = new Map<Column, number>([
    ['start', 0],
    ['end', 1],
    ['word', 2],
  ])
  if (cells.length > 4) places.set('speaker', 4)
  const headed = cells.length
  return { delimiter, isQuoted: true, places, unit: 'seconds', others: [], headed, kind: 3 }
}

/**
 * Tables without a header: `start,end,text`, `text,start,end`, `id,start,end,"text"` (aeneas), and
 * `speaker,start,end,text` (SPPAS). Whole numbers are not accepted as times, because their unit would be
 * unknown.
 */
function layoutByShape(head: string, delimiter: string): Omit<Layout, 'begin'> | null {
  const rows = readRows(head, { delimiter, isQuoted: true }, 4).rows
  // the end of the head may cut the last row
  const whole = rows.length > 1 ? rows.slice(0, -1) : rows
  if (whole.length === 0) return null
  const isTime = (cell = '') => /[.:,]/.test(cell) && Number.isFinite(parseTimeCell(cell).time)
  for (const first of [0, 1]) {
    const fits = whole.every(
      ({ cells }) =>
        cells.length === first + 3 &&
        isTime(cells[first]) &&
        isTime(cells[first + 1]) &&
        !isTime(cells[first + 2]),
    )
    // seconds, tab, seconds, tab: an Audacity label
    if (!fits || (first === 0 && delimiter === '\t' && !whole[0]!.cells[0]!.includes(':'))) continue
    const places = new Map<Column, number>([
      ['start', first],
      ['end', first + 1],
      ['text', first + 2],
    ])
    if (first === 1 && areNames(whole.map(({ cells }) => cells[0]!))) places.set('speaker', 0)
    return { delimiter, isQuoted: true, places, unit: 'seconds', others: [], headed: null }
  }
  if (delimiter !== ',' && delimiter !== '\t') return null
  return textFirst(head, delimiter, isTime) ?? wholeNumbers(whole, delimiter)
}

/** `start,end,"text"` in milliseconds that run on; the texts tell the unit. */
function wholeNumbers(
  rows: readonly { readonly cells: readonly string[] }[],
  delimiter: string,
): Omit<Layout, 'begin'> | null {
  const times = rows.map(({ cells }) => [Number(cells[0]), Number(cells[1])] as const)
  const fits =
    rows.every(({ cells }) => cells.length === 3 && /\p{L}/u.test(cells[2]!)) &&
    times.every(
      ([start, end], at) => end > start && start % 1 === 0 && start >= (times[at - 1]?.[0] ?? 0),
    )
  if (delimiter !== ',' || rows.length < 2 || !fits) return null
  const places = new Map<Column, number>([
    ['start', 0],
    ['end', 1],
    ['text', 2],
  ])
  return { delimiter, isQuoted: true, places, unit: null, others: [], headed: null }
}

/** How many rows tell whether a table without a header has a word in each. */
const sampleSize = 12

/** `text,start,end`, as whisper-timestamped writes segments and words. */
function textFirst(
  head: string,
  delimiter: string,
  isTime: (cell?: string) => boolean,
): Omit<Layout, 'begin'> | null {
  const rows = readRows(head, { delimiter, isQuoted: true }, sampleSize).rows
  const whole = rows.length > 2 ? rows.slice(0, -1) : rows
  const fits = whole.every(({ cells }) => {
    const [text = '', start, end] = cells
    if (cells.length !== 3 || !isTime(start) || !isTime(end)) return false
    return /\p{L}/u.test(text) && parseTimeCell(end!).time! >= parseTimeCell(start!).time!
  })
  if (!fits || whole.length === 0) return null
  const areWords = whole.length > 3 && whole.every(({ cells }) => !/\s/.test(cells[0]!.trim()))
  const places = new Map<Column, number>([
    [areWords ? 'word' : 'text', 0],
    ['start', 1],
    ['end', 2],
  ])
  return { delimiter, isQuoted: true, places, unit: 'seconds', others: [], headed: null }
}

/** Whether the cells of a column are names that recur, and not the ids of their rows (`f001`, `12`). */
function areNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((name) => name !== '')
  const isId = names.every((name) => /^[a-z]{0,2}[\d_.-]+$/i.test(name))
  return names.length > 0 && !isId && !names.every((name) => annotationTiers.has(name))
}

/** Tiers of the same words, which SPPAS names so. */
const annotationTiers: ReadonlySet<string> = new Set([
  'Transcription',
  'TokensAlign',
  'PhonAlign',
  'Tokens',
  'Phones',
  'Tokenization',
])
