import { isSound } from '#transcript/conventions/sound.ts'
import type { ProseLine } from '../prose/line.ts'
import { findProseTiming } from '../prose/timing.ts'
import { findTurnNames, type TurnNames } from '../speakers/turn-names.ts'
import { joinHyphens } from './hyphens.ts'
import type { TextBlock } from './columns.ts'
import { extentOf, textOfRow } from './rows.ts'

interface PrintedLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly size: number
  /** Down from the line before in its block, in 1/72 inch; 0 for the first. */
  readonly step: number
  readonly column: string
  readonly measures: Measures
}

/** How most lines of a column are set. */
interface Measures {
  /** Where lines begin that begin furthest to the left, and where most lines begin. */
  readonly edge: number
  readonly left: number
  readonly right: number
  /** From line to line inside a paragraph. */
  readonly pitch: number
}

/** Differences in heights of letters that mean something. */
const indent = 0.8
const longestHeading = 100
/** Heights of letters; a column of a newspaper has 15. */
const shortestColumn = 12
/** How much of a line is free behind one that ends a paragraph without a sign. */
const veryShort = 0.35
const isEnded = /[.?!:;…)\]"'”’»*]$|--$|[–—]$/

/**
 * Joins the lines of all blocks into paragraphs, each followed by a blank line. A paragraph begins behind a gap, with an
 * indented line, behind a line that had room for another word, with a larger size, and with a name or a time that begins
 * a turn.
 */
export function printedParagraphs(blocks: readonly TextBlock[]): ProseLine[] {
  const lines = linesOf(blocks)
  const body = usualSize(lines)
  const begins = lines.map((line, at) => at === 0 || beginsByLayout(line, lines[at - 1]!))
  const prose = lines.map(({ text }): ProseLine => ({ text }))
  const written = prose.flatMap((line, at): ProseLine[] =>
    begins[at] ? [{ text: '' }, line] : [line],
  )
  const names = findTurnNames(
    written.map(({ text }) => text),
    'evidence',
  )
  const isHanging = hangingIn(lines, names)
  const areFirst = areFirstLines(lines)
  const timing = findProseTiming(written)
  const beginsTurn = (line: ProseLine, { text } = line) =>
    names.prefixOf(text) !== null ||
    names.standsAlone(text) ||
    (timing?.hasLines === true && timing.lineOf(line) !== null) ||
    isSound(text)

  const paragraphs: { texts: string[]; isHeading: boolean }[] = []
  for (const [at, line] of lines.entries()) {
    const isHeading = line.size > body * 1.15 && line.text.length <= longestHeading
    const last = paragraphs.at(-1)
    const before = lines[at - 1]
    const begun =
      begins[at] ||
      isHeading !== last?.isHeading ||
      beginsTurn(prose[at]!) ||
      (before !== undefined && isSound(before.text)) ||
      (before !== undefined && !isHanging && (areFirst ? isInside(line) : isIndented(line, before)))
    if (last === undefined || begun) paragraphs.push({ texts: [line.text], isHeading })
    else last.texts.push(line.text)
  }
  const known = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  return paragraphs.flatMap(({ texts, isHeading }): ProseLine[] => [
    { text: joinHyphens(texts, known), ...(isHeading ? { isHeading: true } : {}) },
    { text: '' },
  ])
}

function linesOf(blocks: readonly TextBlock[]): PrintedLine[] {
  const measures = measuresOf(blocks)
  return blocks.flatMap((block) =>
    block.rows.map((row, at): PrintedLine => {
      const before = block.rows[at - 1]
      return {
        text: textOfRow(row),
        left: row.spans[0]!.left,
        right: row.spans.at(-1)!.right,
        size: row.size,
        step: before === undefined ? 0 : row.base - before.base,
        column: block.column,
        measures: measures.get(block)!,
      }
    }),
  )
}

/** The same column of all pages is measured at once, as a last page has few lines; wide margins may change sides. */
function measuresOf(blocks: readonly TextBlock[]): Map<TextBlock, Measures> {
  const groups = new Map<string, TextBlock[]>()
  for (const block of blocks) {
    const { left } = extentOf(block.rows.map(({ spans }) => spans[0]!))
    const key = `${block.column} ${Math.round(left / 24)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [block])
    else group.push(block)
  }
  const measures = new Map<TextBlock, Measures>()
  for (const group of groups.values()) {
    const rows = group.flatMap((block) => block.rows)
    const steps = group.flatMap((block) =>
      block.rows.slice(1).map((row, at) => row.base - block.rows[at]!.base),
    )
    const lefts = rows.map(({ spans }) => spans[0]!.left)
    const edge = quantile(lefts, 0.05)
    const measured: Measures = {
      edge,
      left: commonest(lefts),
      right: rightEdge(
        rows.map(({ spans }) => spans.at(-1)!.right),
        edge,
        rows[0]!.size,
      ),
      pitch: smallestUsual(steps),
    }
    for (const block of group) measures.set(block, measured)
  }
  return measures
}

function beginsByLayout(line: PrintedLine, before: PrintedLine): boolean {
  const { edge, right, pitch } = before.measures
  if (line.column !== before.column && (isApart(line) || isApart(before))) return true
  if (line.step > pitch * 1.25 + 1) return true
  if (Math.max(line.size, before.size) > 1.15 * Math.min(line.size, before.size)) return true
  // the first word of this line had room on the line before
  const word = /^\S+/.exec(line.text)![0].length + 1
  const letter = (line.right - line.left) / line.text.length
  const room = right - before.right
  if (room < word * letter) return false
  return isEnded.test(before.text) || (right < Infinity && room > veryShort * (right - edge))
}

/** Text across columns, or in another direction, does not go on elsewhere. */
function isApart({ column }: PrintedLine): boolean {
  return /across$|^turned/.test(column)
}

function isIndented(line: PrintedLine, before: PrintedLine): boolean {
  const isFurther = line.left > before.left + indent * line.size
  return isInside(line) && (isFurther || line.measures !== before.measures)
}

/** Whether a line begins further to the right than most. */
function isInside({ left, size, measures }: PrintedLine): boolean {
  return left > measures.left + indent * size
}

/** Whether indented lines are the first of their paragraphs: most lines after them are not indented. */
function areFirstLines(lines: readonly PrintedLine[]): boolean {
  let inside = 0
  let back = 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined || !isInside(line)) continue
    inside += 1
    if (!isInside(next)) back += 1
  }
  return back >= inside * 0.6
}

/** Whether lines at the edge begin turns and the others go on further in. */
function hangingIn(lines: readonly PrintedLine[], names: TurnNames): boolean {
  const atEdge = lines.filter(({ left, size, measures }) => left < measures.edge + 0.3 * size)
  const turns = atEdge.filter(({ text }) => names.prefixOf(text) !== null)
  return turns.length > 1 && turns.length >= atEdge.length * 0.6
}

/** Where lines are full; infinite if all are so short that each ends where its author ended it. */
function rightEdge(rights: readonly number[], left: number, size: number): number {
  const right = quantile(rights, 0.9)
  return right - left < shortestColumn * size ? Infinity : right
}

function usualSize(lines: readonly PrintedLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value / 2) * 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

/** The smallest step that one line in seven takes: in a text of short turns, most steps are gaps. */
function smallestUsual(steps: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const step of steps) {
    const rounded = Math.round(step)
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  const usual = [...counts].filter(([, count]) => count * 7 >= steps.length)
  return usual.length === 0 ? quantile(steps, 0.25) : Math.min(...usual.map(([step]) => step))
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
