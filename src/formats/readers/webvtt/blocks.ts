import { firstLine, isEmptyLine, lineText, moveToNextLine, type LineCursor } from './line-cursor.ts'
import type { CueTiming } from './timing.ts'

export interface RawCue extends CueTiming {
  /** The line above the timing line; empty if there is none. */
  readonly identifier: string
  readonly text: string
  /** 1-based number of the timing line. */
  readonly line: number
  /** Not a blank line but the next timing line ended the cue. */
  readonly runsOn: boolean
}

/** A block that is neither cue nor comment: a style, a region, or text without a time. */
export interface OtherBlock {
  readonly kind: 'style' | 'region' | 'text'
  /** 1-based number of its first line. */
  readonly line: number
  readonly text: string
  /** How many cues stand above it. */
  readonly cuesAbove: number
}

export interface Blocks {
  /** Lower-case names of the `Name: value` lines in the header, or in a comment that has the facts of a header. */
  readonly header: ReadonlyMap<string, string>
  readonly cues: readonly RawCue[]
  readonly others: readonly OtherBlock[]
}

export interface WebvttDialect {
  /** A cursor after the WEBVTT line; `null` if the file has none. */
  findSignature(text: string): LineCursor | null
  isTimingLine(line: LineCursor): boolean
  parseTiming(line: LineCursor): CueTiming | null
}

/**
 * Reads a file's blocks by the algorithm of the specification, or by another dialect of it:
 * https://www.w3.org/TR/webvtt1/#file-parsing. Comments are skipped, save one with the facts of a header.
 */
export function readBlocks(text: string, dialect: WebvttDialect): Blocks {
  const header = new Map<string, string>()
  const cues: RawCue[] = []
  const others: OtherBlock[] = []
  const signed = dialect.findSignature(text)
  const line = signed ?? firstLine(text)
  if (signed !== null && !isEmptyLine(line)) readHeader(line, dialect, header)
  while (!line.isPast) {
    if (isEmptyLine(line)) {
      moveToNextLine(line)
      continue
    }
    const { from, to, number } = line
    const cue = readBlock(line, dialect)
    if (cue !== null) {
      cues.push(cue)
      continue
    }
    const kind = kindOf(text.slice(from, to))
    if (kind !== 'comment') {
      const block = text.slice(from, Math.max(from, line.from)).trimEnd()
      others.push({ kind, line: number, text: block, cuesAbove: cues.length })
    } else readFactsInComment(text.slice(to + 1, line.from), header)
  }
  return { header, cues, others }
}

function kindOf(firstLine: string): OtherBlock['kind'] | 'comment' {
  if (/^STYLE[ \t]*$/.test(firstLine)) return 'style'
  if (/^REGION[ \t]*$/.test(firstLine)) return 'region'
  // headers of further parts, in a file that was joined
  return /^(?:NOTE|WEBVTT)(?:[ \t]|$)|^X-TIMESTAMP-MAP=/.test(firstLine) ? 'comment' : 'text'
}

function readHeader(line: LineCursor, dialect: WebvttDialect, header: Map<string, string>): void {
  for (; !line.isPast; moveToNextLine(line)) {
    if (isEmptyLine(line) || dialect.isTimingLine(line)) break
    const field = /^([\w-]{1,40})[:=]\s*(.*)$/.exec(lineText(line))
    if (field !== null) header.set(field[1]!.toLowerCase(), field[2]!.trim())
  }
}

/** The grammar of WebVTT has no place for `Language: en`; our writer puts such lines into a comment of their own. */
function readFactsInComment(comment: string, header: Map<string, string>): void {
  const fields = comment
    .trim()
    .split('\n')
    .map((written) => /^(Kind|Language|Title): (.*)$/.exec(written))
  if (!fields.every((field) => field !== null)) return
  for (const [, name, value] of fields) {
    const key = name!.toLowerCase()
    if (!header.has(key)) header.set(key, value!.trim())
  }
}

/**
 * Moves past a block and returns its cue, or `null` if it is not a cue:
 * https://www.w3.org/TR/webvtt1/#collect-a-webvtt-block, outside the header.
 */
function readBlock(line: LineCursor, dialect: WebvttDialect): RawCue | null {
  const { number: first, from: firstFrom, to: firstTo } = line
  let timing: CueTiming | null = null
  let timingLine = 0
  // the text is a single range of the file, because its lines directly follow the timing line
  let from = 0
  let to = 0
  let runsOn = false
  for (; !line.isPast && !isEmptyLine(line); moveToNextLine(line)) {
    if (!dialect.isTimingLine(line)) {
      to = line.to
      continue
    }
    const mayBeTiming = line.number === first || (line.number === first + 1 && timingLine === 0)
    if (!mayBeTiming) {
      runsOn = true
      break
    }
    timing = dialect.parseTiming(line)
    timingLine = line.number
    from = line.to + 1
    to = from
  }
  if (timing === null) return null
  const { start, end } = timing
  return {
    start,
    end,
    identifier: timingLine > first ? line.text.slice(firstFrom, firstTo) : '',
    text: to > from ? line.text.slice(from, to) : '',
    line: timingLine,
    runsOn,
  }
}
