import type { ProseLine } from './line.ts'
import { findTurnHeaders, type TurnHeaders } from './turn-headers.ts'
import { createTimeRuns, type TimeRuns } from '../parts/restarts.ts'
import { stampedLine, stampsInside, type StampShape, type StampedLine } from './stamped-line.ts'

/** How a text is timed: which shapes of lines begin with a time, and whether times occur inside paragraphs. */
export interface ProseTiming {
  /** The time with which a line begins, and its name; `null` for all other lines. */
  readonly lineOf: (line: ProseLine) => StampedLine | null
  /** Whether a line is only the name in the header above it. */
  readonly isNameBelow: (line: ProseLine) => boolean
  readonly hasLines: boolean
  readonly hasInside: boolean
}

/**
 * The least share of a text that must follow bare times (`0:03 text`). A story that mentions times of day stays below
 * it.
 */
const bareShare = 0.04

/**
 * Determines how a text is timed; `null` if it is not. A shape must occur twice with increasing times, unless the first
 * paragraph has the only time, as in an export of a single paragraph.
 */
export function findProseTiming(lines: readonly ProseLine[]): ProseTiming | null {
  const found = findTurnHeaders(lines)
  const shapes = new Map<string, TimeRuns>()
  const inside = createTimeRuns()
  let written = 0
  for (const each of lines) {
    const { text } = each
    if (text.trim() === '' || found?.headers.has(each)) continue
    written += 1
    const line = stampedLine(text)
    if (line !== null) countFor(shapes, kindOf(line)).note(line.stamp.start)
    const stamps = stampsInside(text)
    for (const stamp of line === null ? stamps : stamps.slice(1)) inside.note(stamp.start)
  }
  const accepted = new Set<string>()
  for (const [kind, counted] of shapes) {
    const isBare = kind.startsWith('bare')
    const least = isBare ? Math.max(2, written * bareShare) : 2
    if (counted.count >= least && runsOn(counted)) accepted.add(kind)
  }
  // a first or last line of another shape is accepted if it has the same kind of brackets
  const styles = new Set(Array.from(accepted, (kind) => kind.split(' ')[0]!))
  if (found !== null) return timedByHeaders(found, styles.has('bracketed'))
  const hasLines = accepted.size > 0
  const hasInside = hasLines ? styles.has('bracketed') : inside.count >= 3 && runsOn(inside)
  if (!hasLines && !hasInside) return findOnlyTime(lines)
  return {
    lineOf: readBy(
      (line) =>
        accepted.has(kindOf(line)) ||
        (hasLines && line.stamp.isBracketed && styles.has('bracketed')),
    ),
    isNameBelow: () => false,
    hasLines,
    hasInside,
  }
}

function timedByHeaders({ headers, seconds }: TurnHeaders, hasBrackets: boolean): ProseTiming {
  const otherLine = readBy(({ stamp }) => hasBrackets && stamp.isBracketed)
  return {
    lineOf: (line) => headers.get(line) ?? otherLine(line),
    isNameBelow: (line) => seconds.has(line),
    hasLines: true,
    hasInside: hasBrackets,
  }
}

function readBy(accepts: (line: StampedLine) => boolean): ProseTiming['lineOf'] {
  return ({ text }) => {
    const line = stampedLine(text)
    return line !== null && accepts(line) ? line : null
  }
}

/** `[0:01:02] text`, as this app exports plain text. In its Markdown, a name may come before the time. */
const exportedTime = /^\[\d{1,3}:\d\d:\d\d\] \S/
const timeBehindName = /^[^[\]]{1,80} \[\d{1,3}:\d\d:\d\d\] \S/

function findOnlyTime(lines: readonly ProseLine[]): ProseTiming | null {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const spoken = written.filter(({ isHeading }) => !isHeading)
  const text = spoken[0]?.text ?? ''
  const first = stampedLine(text)
  if (first === null) return null
  const isExported =
    first.shape === 'head'
      ? exportedTime.test(text)
      : spoken.length === 1 && timeBehindName.test(text)
  if (!isExported) return null
  // chapter headings have times too
  const others = spoken.slice(1)
  if (others.some((line) => stampedLine(line.text) !== null)) return null
  return {
    lineOf: readBy(({ stamp }) => stamp.isBracketed),
    isNameBelow: () => false,
    hasLines: true,
    hasInside: false,
  }
}

function kindOf({ shape, stamp }: { shape: StampShape; stamp: { isBracketed: boolean } }): string {
  return `${stamp.isBracketed ? 'bracketed' : 'bare'} ${shape}`
}

function countFor(shapes: Map<string, TimeRuns>, kind: string): TimeRuns {
  const known = shapes.get(kind)
  if (known !== undefined) return known
  const runs = createTimeRuns()
  shapes.set(kind, runs)
  return runs
}

function runsOn({ count, backward }: TimeRuns): boolean {
  return backward <= count / 5
}
