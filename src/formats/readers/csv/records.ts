export interface CsvRow {
  readonly cells: readonly string[]
  /** 1-based line where the row begins. */
  readonly line: number
}

export interface CsvTable {
  /** The rows that are not blank. */
  readonly rows: readonly CsvRow[]
  /** Line of a quote that is never closed; `null` if all are closed. */
  readonly openQuoteLine: number | null
}

export interface CsvDialect {
  readonly delimiter: string
  /** False for Whisper's TSV, which has no quoting: a `"` at the beginning of a cell is part of the text. */
  readonly isQuoted: boolean
}

/**
 * Splits a table into rows (https://www.rfc-editor.org/rfc/rfc4180). If the closing quote is not at the end of a cell,
 * the cell is plain text including its quotes, so that one unbalanced quote does not swallow the rows after it.
 */
export function readRows(
  text: string,
  { delimiter, isQuoted }: CsvDialect,
  most = Infinity,
): CsvTable {
  const rows: CsvRow[] = []
  let openQuoteLine: number | null = null
  let cells: string[] = []
  let at = 0
  let line = 1
  let begin = 1
  while (at <= text.length && rows.length < most) {
    let next: number
    const quoted =
      isQuoted && text[at] === '"' && openQuoteLine === null ? quotedEnd(text, at, delimiter) : null
    if (quoted === text.length + 1) openQuoteLine = line
    if (quoted !== null && quoted <= text.length) {
      const written = text.slice(at + 1, quoted - 1)
      cells.push(written.replaceAll('""', '"'))
      for (let each = written.indexOf('\n'); each !== -1; each = written.indexOf('\n', each + 1)) {
        line += 1
      }
      next = quoted
    } else {
      next = plainEnd(text, at, delimiter)
      cells.push(text.slice(at, next))
    }
    at = next + 1
    if (text[next] === delimiter) continue
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: begin })
    cells = []
    line += 1
    begin = line
  }
  return { rows, openQuoteLine }
}

/**
 * The offset after the quote that closes the one at `at`; `null` if that quote does not end the cell, past the end of
 * the text if there is none.
 */
function quotedEnd(text: string, at: number, delimiter: string): number | null {
  let quote = text.indexOf('"', at + 1)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  if (quote === -1) return text.length + 1
  const next = text[quote + 1]
  if (next !== undefined && next !== delimiter && next !== '\n') return null
  // tabs inside the quotes mean that other rows were swallowed
  return delimiter === '\t' && text.slice(at, quote).includes('\t') ? null : quote + 1
}

function plainEnd(text: string, at: number, delimiter: string): number {
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1
  return end
}
