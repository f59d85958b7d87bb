export interface AssEvent {
  /** Unparsed: `0:00:01.50`. */
  readonly start: string
  readonly end: string
  /** The speaker's name; perhaps empty. */
  readonly name: string
  /** Unparsed, with its override blocks. */
  readonly text: string
  /** 1-based. */
  readonly line: number
}

export interface AssScript {
  readonly events: readonly AssEvent[]
  /** `Title: …` of [Script Info]; perhaps empty. */
  readonly title: string
  /** 1-based lines of dialogue that have fewer columns than `Format:` announces. */
  readonly broken: readonly number[]
}

/** The columns of files without a `Format:` line. */
const usualColumns = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text'

interface Columns {
  readonly count: number
  readonly start: number
  readonly end: number
  readonly name: number
  readonly text: number
}

/**
 * Reads the dialogue of a script (https://aegi.vmoe.info/docs/3.0/ASS_Tags/ and libass). `Format:` names the columns,
 * of which the last may contain commas. `Comment:` lines are skipped.
 */
export function readAssEvents(script: string): AssScript {
  const events: AssEvent[] = []
  const broken: number[] = []
  let columns = columnsOf(usualColumns)!
  let section = ''
  let title = ''
  for (const [index, content] of script.split('\n').entries()) {
    const heading = /^\s*\[([^\]]{1,60})\]\s*$/.exec(content)
    if (heading !== null) section = heading[1]!.toLowerCase()
    const colon = content.indexOf(':')
    if (colon === -1 || colon > 40) continue
    const keyword = content.slice(0, colon).trim().toLowerCase()
    const value = content.slice(colon + 1)
    if (keyword === 'title' && section === 'script info') title = value.trim()
    if (keyword === 'format' && section === 'events') columns = columnsOf(value) ?? columns
    if (keyword !== 'dialogue') continue
    const cells = splitCells(value, columns.count)
    if (cells.length < columns.count) broken.push(index + 1)
    else {
      const [start, end] = [cells[columns.start]!.trim(), cells[columns.end]!.trim()]
      const name = cells[columns.name]?.trim() ?? ''
      events.push({ start, end, name, text: cells[columns.text]!, line: index + 1 })
    }
  }
  return { events, title, broken }
}

/** `null` if a required column is missing. */
function columnsOf(format: string): Columns | null {
  const names = format.split(',', 100).map((name) => name.trim().toLowerCase())
  const [start, end, text] = ['start', 'end', 'text'].map((name) => names.indexOf(name))
  if (start === -1 || end === -1 || text === -1) return null
  const name = names.findIndex((each) => each === 'name' || each === 'actor')
  return { count: names.length, start: start!, end: end!, name, text: text! }
}

/** Splits at the first `count - 1` commas. */
function splitCells(value: string, count: number): string[] {
  const cells: string[] = []
  let at = 0
  while (cells.length < count - 1) {
    const comma = value.indexOf(',', at)
    if (comma === -1) break
    cells.push(value.slice(at, comma))
    at = comma + 1
  }
  cells.push(value.slice(at))
  return cells
}
