import type { ProseLine } from './line.ts'
import { stampedLine, stampsInside, type Shape, type StampedLine } from './stamped-line.ts'

/** How a text says when: which lines begin with a time, and whether times stand inside paragraphs. */
export interface Timing {
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

/** How the text is timed, `null` where it is not: a shape must come twice, and its times must run on. */
export function findTiming(lines: readonly ProseLine[]): Timing | null {
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
  if (!hasLines && !hasInside) return null
  return {
    accepts: (line) =>
      accepted.has(kindOf(line)) || (hasLines && line.stamp.isBracketed && styles.has('bracketed')),
    hasLines,
    hasInside,
  }
}

function kindOf({ shape, stamp }: { shape: Shape; stamp: { isBracketed: boolean } }): string {
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
