import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import { placeCueParts } from '../../parsing/parts/place-cue-parts.ts'
import type { TranscriptFile } from '../format.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import type { Column } from './column-names.ts'
import { findLayout, type Layout } from './layout.ts'
import { readRows, type CsvRow } from './records.ts'
import { parseTimeCell, type TimeCell } from './time-cell.ts'
import { areMilliseconds, frameRateOf, type RowTimes } from './unit.ts'

/** Reads a table with one row per segment or per word. Its header gives the meaning of the columns. */
export function readCsv({ text, name }: TranscriptFile): ParsedTranscript {
  const layout = findLayout(text)
  if (layout === null) {
    return emptyParsedTranscript({
      code: 'header-missing',
      severity: 'error',
      message: `${name} does not begin with a row that names its columns, such as start,end,text. Add one, or choose another format.`,
    })
  }
  const tally = createTally()
  const { rows: all, openQuoteLine } = readRows(text.slice(layout.begin), layout)
  const { rows, problems: otherKinds } = rowsOfWords(
    layout.headed === null ? all : all.slice(1),
    layout,
  )
  const written = rows.map((row) => readRow(row, layout))
  if (layout.headed !== null) {
    for (const { cells, line } of rows) {
      if (cells.length > layout.headed) tally.count('cells-too-many', line)
    }
  }
  const scale = scaleOf(written, layout)
  const isOfWords = !layout.places.has('text')
  for (const { start, line } of written) {
    if (isOfWords && Number.isNaN(start.time)) tally.count('time-dropped', line)
  }
  const segments = isOfWords
    ? composeTurns(written.map((row) => wordOf(row, scale.seconds)))
    : written.map((row) => parseRow(row, scale.seconds))
  // tables with speakers may list one speaker, or one tier, after the other
  const mayHaveParts = !isOfWords && layout.headed !== null && !layout.places.has('speaker')
  const parts = mayHaveParts ? placeCueParts(segments) : { segments, chapters: [], problems: [] }
  return {
    segments: parts.segments,
    chapters: parts.chapters,
    problems: [
      ...parts.problems,
      ...(layout.places.has('start') || layout.places.has('timespan') ? [] : [noTimes(name)]),
      ...scale.problems,
      ...reportOpenQuote(openQuoteLine),
      ...tally.report(
        'cells-too-many',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'row')}${where} ${count === 1 ? 'has' : 'have'} more cells than there are columns; ${count === 1 ? 'its' : 'their'} last cells were joined.`,
      ),
      ...tally.report(
        'time-dropped',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'start')}${where} ${count === 1 ? 'is not a time' : 'are not times'} and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
      ),
      ...otherKinds,
      ...reportOthers(layout.others, rows),
    ],
  }
}

interface WrittenRow extends RowTimes {
  readonly text: string
  readonly speaker: string
  readonly confidence: number | null
  readonly line: number
}

function readRow({ cells, line }: CsvRow, layout: Layout): WrittenRow {
  const cell = (column: Column) => {
    const place = layout.places.get(column)
    if (place === undefined) return ''
    // an unquoted comma in a text that is the last column
    const isLast = place + 1 === layout.headed && cells.length > layout.headed
    return (isLast ? cells.slice(place).join(layout.delimiter) : cells[place]) ?? ''
  }
  const text = withoutGuard(cell(layout.places.has('text') ? 'text' : 'word'))
  const confidence = parseTimeCell(cell('confidence')).time
  const span = /^\s*(\S+?)\s*(?:-{1,2}>|[-–—])\s*(\S+)\s*$/.exec(cell('timespan'))
  return {
    start: parseTimeCell(span?.[1] ?? cell('start')),
    end: parseTimeCell(span?.[2] ?? cell('end')),
    duration: parseTimeCell(cell('duration')),
    letters: text.trim().length,
    text,
    speaker: withoutGuard(cell('speaker')).trim(),
    confidence: confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null,
    line,
  }
}

/** Removes the `'` that keeps spreadsheets from evaluating a cell that begins with `=`, `+`, `-` or `@`. */
function withoutGuard(cell: string): string {
  return /^'+[=+\-@\t\n]/.test(cell) ? cell.slice(1) : cell
}

type Seconds = (cell: TimeCell) => number | null

function scaleOf(
  rows: readonly WrittenRow[],
  layout: Layout,
): { seconds: Seconds; problems: Problem[] } {
  const { rate, problems } = frameRateOf(rows)
  const inMilliseconds =
    layout.unit === null ? areMilliseconds(rows) : layout.unit === 'milliseconds'
  const seconds: Seconds = ({ time, isSeconds, frames }) => {
    if (time === null) return null
    if (frames > 0) return roundToMs(time + frames / rate)
    return inMilliseconds && !isSeconds ? time / 1000 : time
  }
  return { seconds, problems }
}

function parseRow(row: WrittenRow, seconds: Seconds): ParsedSegment {
  return {
    text: row.text,
    start: seconds(row.start),
    end: endOf(row, seconds),
    line: row.line,
    ...(row.speaker === '' ? {} : { speaker: row.speaker }),
  }
}

function wordOf(row: WrittenRow, seconds: Seconds): TurnWord {
  const start = seconds(row.start)
  const end = endOf(row, seconds)
  return {
    text: row.text,
    start: Number.isNaN(start) ? null : start,
    end: Number.isNaN(end) ? null : end,
    confidence: row.confidence,
    speaker: row.speaker === '' ? undefined : row.speaker,
    isAttached: /^[.,!?;:…]+$/.test(row.text.trim()),
  }
}

function endOf(row: WrittenRow, seconds: Seconds): number | null {
  const end = seconds(row.end)
  const start = seconds(row.start)
  const duration = seconds(row.duration)
  if (end !== null || start === null || duration === null) return end
  return Math.round((start + duration) * 1e6) / 1e6
}

function noTimes(name: string): Problem {
  return {
    code: 'no-times',
    severity: 'note',
    message: `${name} contains no times, so its text is shown but does not follow the recording.`,
  }
}

function reportOpenQuote(line: number | null): Problem[] {
  if (line === null) return []
  const message = `The quote that begins a cell at line ${line.toLocaleString('en')} is never closed; quotes from there on were read as text. If rows are missing, close it.`
  return [{ code: 'quote-open', severity: 'warning', message, line }]
}

/** Without the rows whose type says that they are not words, such as the sounds of an aligner. */
function rowsOfWords(
  rows: readonly CsvRow[],
  { kind }: Layout,
): { rows: readonly CsvRow[]; problems: Problem[] } {
  if (kind === undefined) return { rows, problems: [] }
  const tally = createTally()
  const types = new Set<string>()
  const words = rows.filter(({ cells, line }) => {
    const type = (cells[kind] ?? '').trim()
    if (/^words?$/i.test(type)) return true
    types.add(type)
    tally.count('rows-left-out', line)
    return false
  })
  const problems = tally.report('rows-left-out', 'note', ({ count, where }) => {
    const names = listOf([...types], (type) => (type === '' ? 'no type' : quoted(type)))
    return `${countOf(count, 'row')}${where} ${count === 1 ? 'is' : 'are'} not of words (${names}) and ${count === 1 ? 'is' : 'are'} not shown.`
  })
  return { rows: words, problems }
}

function reportOthers(others: Layout['others'], rows: readonly CsvRow[]): Problem[] {
  if (others.length === 0) return []
  const filled = others.reduce(
    (sum, { place }) => sum + rows.filter(({ cells }) => (cells[place] ?? '').trim() !== '').length,
    0,
  )
  const shown = listOf(others, ({ name }) => quoted(name))
  const message = `The column${others.length === 1 ? '' : 's'} ${shown} (${countOf(filled, 'cell')} with text) ${others.length === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'column-left-out', severity: 'note', message }]
}

/** The first three, and how many more there are. */
function listOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): string {
  const more = items.length > 3 ? ` and ${(items.length - 3).toLocaleString('en')} more` : ''
  return `${items.slice(0, 3).map(nameOf).join(', ')}${more}`
}

function quoted(name: string): string {
  return `“${name.slice(0, 40)}”`
}
