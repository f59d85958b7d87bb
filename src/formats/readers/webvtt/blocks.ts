import type { CueTiming } from './timing.ts'

export interface RawCue extends CueTiming {
  readonly text: string
  /** 1-based, of its timing line. */
  readonly line: number
  /** Ended by the next cue's timing line instead of a blank line. */
  readonly runsOn: boolean
}

/** A block that is neither cue nor comment: how text looks, where it stands, or text that has no time. */
export interface OtherBlock {
  readonly kind: 'style' | 'region' | 'text'
  /** 1-based, of its first line. */
  readonly line: number
}

export interface Blocks {
  /** Lower-case names of the lines `Name: value` in the header. */
  readonly header: ReadonlyMap<string, string>
  readonly cues: readonly RawCue[]
  readonly others: readonly OtherBlock[]
}

export interface WebvttDialect {
  /** The line, 0-based, after the one that says WEBVTT; `null` where there is none. */
  findSignature(lines: readonly string[]): number | null
  isTimingLine(line: string): boolean
  parseTiming(line: string): CueTiming | null
}

/**
 * A file's blocks by the algorithm of the specification, or by another dialect of it:
 * https://www.w3.org/TR/webvtt1/#file-parsing. Comments are skipped.
 */
export function readBlocks(lines: readonly string[], dialect: WebvttDialect): Blocks {
  const header = new Map<string, string>()
  const cues: RawCue[] = []
  const others: OtherBlock[] = []
  const signature = dialect.findSignature(lines)
  let at = signature ?? 0
  if (signature !== null && lines[at] !== undefined && lines[at] !== '') {
    at = readHeader(lines, at, dialect, header)
  }
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1
      continue
    }
    const block = readBlock(lines, at, dialect)
    const kind = kindOf(lines[at]!)
    if (block.cue !== null) cues.push(block.cue)
    else if (kind !== 'comment') others.push({ kind, line: at + 1 })
    at = block.next
  }
  return { header, cues, others }
}

function kindOf(firstLine: string): OtherBlock['kind'] | 'comment' {
  if (/^STYLE[ \t]*$/.test(firstLine)) return 'style'
  if (/^REGION[ \t]*$/.test(firstLine)) return 'region'
  return /^NOTE(?:[ \t]|$)/.test(firstLine) ? 'comment' : 'text'
}

function readHeader(
  lines: readonly string[],
  from: number,
  dialect: WebvttDialect,
  header: Map<string, string>,
): number {
  let at = from
  for (; at < lines.length; at += 1) {
    const line = lines[at]!
    if (line === '' || dialect.isTimingLine(line)) break
    const field = /^([\w-]{1,40})[:=]\s*(.*)$/.exec(line)
    if (field !== null) header.set(field[1]!.toLowerCase(), field[2]!.trim())
  }
  return at
}

/** https://www.w3.org/TR/webvtt1/#collect-a-webvtt-block, outside the header */
function readBlock(
  lines: readonly string[],
  from: number,
  dialect: WebvttDialect,
): { cue: RawCue | null; next: number } {
  let timing: CueTiming | null = null
  let sawTiming = false
  let timingLine = 0
  let text: string[] = []
  let at = from
  let runsOn = false
  for (; at < lines.length; at += 1) {
    const line = lines[at]!
    const place = at - from
    if (dialect.isTimingLine(line)) {
      if (place === 0 || (place === 1 && !sawTiming)) {
        sawTiming = true
        timing = dialect.parseTiming(line)
        timingLine = at + 1
        text = []
        continue
      }
      runsOn = true
      break
    }
    if (line === '') break
    text.push(line)
  }
  if (timing === null) return { cue: null, next: at }
  return { cue: { ...timing, text: text.join('\n'), line: timingLine, runsOn }, next: at }
}
