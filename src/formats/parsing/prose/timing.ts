import type { ProseLine } from './line.ts'
import { stampedLine, stampsInside, type StampShape, type StampedLine } from './stamped-line.ts'

/** How a text says when: which lines begin with a time, and whether times stand inside paragraphs. */
export interface ProseTiming {
  readonly accepts: (line: StampedLine) => boolean
  readonly hasLines: boolean
  readonly hasInside: boolean
}

/** As much of the text with bare times (`0:03 text`) must be stamped; a time of day in a story is not. */
const bareShare = 0.04

interface Count {
  count: number
  backward: number
  last: number
}

/**
 * How the text is timed, `null` where it is not: a shape must come twice, and its times must run on; or the first
 * paragraph has one time as an export of one paragraph has it.
 */
export function findProseTiming(lines: readonly ProseLine[]): ProseTiming | null {
  const shapes = new Map<string, Count>()
  const inside: Count = { count: 0, backward: 0, last: -Infinity }
  let written = 0
  for (const { text } of lines) {
    if (text.trim() === '') continue
    written += 1
    const line = stampedLine(text)
    if (line !== null) note(countFor(shapes, kindOf(line)), line.stamp.start)
    const stamps = stampsInside(text)
    for (const stamp of line === null ? stamps : stamps.slice(1)) note(inside, stamp.start)
  }
  const accepted = new Set<string>()
  for (const [kind, counted] of shapes) {
    const isBare = kind.startsWith('bare')
    const least = isBare ? Math.max(2, written * bareShare) : 2
    if (counted.count >= least && runsOn(counted)) accepted.add(kind)
  }
  // a first or last line of another shape belongs to them, if only its brackets are theirs
  const styles = new Set(Array.from(accepted, (kind) => kind.split(' ')[0]!))
  const hasLines = accepted.size > 0
  const hasInside = hasLines ? styles.has('bracketed') : inside.count >= 3 && runsOn(inside)
  if (!hasLines && !hasInside) return findOnlyTime(lines)
  return {
    accepts: (line) =>
      accepted.has(kindOf(line)) || (hasLines && line.stamp.isBracketed && styles.has('bracketed')),
    hasLines,
    hasInside,
  }
}

/** `[0:01:02] text`, as texts are written here; Markdown has the name before it, then with nothing else around. */
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
  // headings of chapters have times too
  const others = spoken.slice(1)
  if (others.some((line) => stampedLine(line.text) !== null)) return null
  return { accepts: ({ stamp }) => stamp.isBracketed, hasLines: true, hasInside: false }
}

function kindOf({ shape, stamp }: { shape: StampShape; stamp: { isBracketed: boolean } }): string {
  return `${stamp.isBracketed ? 'bracketed' : 'bare'} ${shape}`
}

function countFor(shapes: Map<string, Count>, kind: string): Count {
  const known = shapes.get(kind)
  if (known !== undefined) return known
  const count: Count = { count: 0, backward: 0, last: -Infinity }
  shapes.set(kind, count)
  return count
}

function note(count: Count, time: number): void {
  count.count += 1
  if (time < count.last) count.backward += 1
  count.last = time
}

function runsOn({ count, backward }: Count): boolean {
  return backward <= count / 5
}
