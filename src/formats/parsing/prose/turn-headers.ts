import { isUnmistakable, isUsualName } from '../speakers/label-forms.ts'
import type { ProseLine } from './line.ts'
import type { StampedLine } from './stamped-line.ts'
import { findStamps, type Stamp } from './stamps.ts'

/** Lines that name the speaker and the time of the text below them. */
export interface TurnHeaders {
  /** The headers by their line; of a header of two lines, the first. */
  readonly headers: ReadonlyMap<ProseLine, StampedLine>
  /** The second lines of headers of two lines. */
  readonly seconds: ReadonlySet<ProseLine>
}

/** `Ada  0:11` (Otter), `0:11 - Ada` (Fathom, tl;dv, Plaud), or a time with a name on the next line (Premiere). */
type Layout = 'name first' | 'time first' | 'two lines'

interface Found {
  readonly line: ProseLine
  readonly second: ProseLine | null
  readonly stamp: Stamp
  readonly name: string
  /** Two blanks or a tab stand between the name and the time behind it. */
  readonly isSetOff: boolean
}

type Parts = Pick<Found, 'stamp' | 'name' | 'isSetOff'>

const longestName = 100

/**
 * Finds the headers of a text that names a speaker above each turn. As the names may be of any form, the layout must
 * show that they are names: at least two headers in order of time, most with text below, whose names recur,
 * all have the usual form, or are set off from the time. `null` if there are none.
 */
export function findTurnHeaders(lines: readonly ProseLine[]): TurnHeaders | null {
  for (const layout of ['name first', 'time first', 'two lines'] as const) {
    const found = headersIn(lines, layout)
    if (!areHeaders(found)) continue
    const headers = new Map(
      found.map(({ line, stamp, name }) => [
        line,
        { shape: 'named', stamp, name, rest: '' } satisfies StampedLine,
      ]),
    )
    const seconds = new Set(found.flatMap(({ second }) => second ?? []))
    return { headers, seconds }
  }
  return null
}

function headersIn(lines: readonly ProseLine[], layout: Layout): Found[] {
  const found: Found[] = []
  let texts = 0
  for (const [at, line] of lines.entries()) {
    if (line.isHeading || !/\d:\d/.test(line.text)) continue
    const second = layout === 'two lines' ? (lines[at + 1] ?? null) : null
    const parts = partsOf(line.text, second?.text ?? '', layout)
    if (parts === null) continue
    found.push({ line, second, ...parts })
    const below = lineBelow(lines, at + (second === null ? 1 : 2))
    if (below !== '' && partsOf(below, '-', layout) === null) texts += 1
  }
  // some people say nothing
  return texts >= found.length * 0.8 ? found : []
}

/** The text at a line or, if that is blank, as between the paragraphs of a Word document, at the next one. */
function lineBelow(lines: readonly ProseLine[], at: number): string {
  return lines[at]?.text.trim() || (lines[at + 1]?.text.trim() ?? '')
}

/** Splits a header into its time and its name, whatever the name looks like. */
function partsOf(text: string, below: string, layout: Layout): Parts | null {
  const stamps = findStamps(text)
  const stamp = layout === 'name first' ? stamps.at(-1) : stamps[0]
  if (stamp === undefined) return null
  const before = text.slice(0, stamp.from)
  const after = text.slice(stamp.to)
  if (layout === 'name first') {
    const isSetOff = /\S(?:\s{2,}|\t)$/.test(before)
    return isEnd(after) ? named(stamp, nameAbove(before), isSetOff) : null
  }
  if (before.trim() !== '') return null
  if (layout === 'two lines') return isEnd(after) ? named(stamp, below.trim()) : null
  return named(stamp, /^\s+(?:[-–—|]\s+)?(\S.*)$/.exec(after)?.[1]!.trim() ?? '')
}

function isEnd(after: string): boolean {
  return /^\s*:?\s*$/.test(after)
}

/** The name before a time at the end of a line, without what parts them. */
function nameAbove(before: string): string {
  return before.replace(/\s+(?:[-–—|@·]|at)?\s*$/, '').trim()
}

function named(stamp: Stamp, name: string, isSetOff = false): Parts | null {
  return name !== '' && name.length <= longestName ? { stamp, name, isSetOff } : null
}

function areHeaders(found: readonly Found[]): boolean {
  if (found.length < 2) return false
  const backward = found.filter(
    ({ stamp }, at) => at > 0 && stamp.start < found[at - 1]!.stamp.start,
  )
  if (backward.length > found.length / 5) return false
  const counts = new Map<string, number>()
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts.keys()]
  if (names.every((name) => isUnmistakable(name) || isUsualName(name))) return true
  // nobody ends a sentence with two blanks and a time
  if (found.every(({ isSetOff }) => isSetOff)) return true
  const recurring = found.filter(({ name }) => counts.get(name)! > 1)
  return recurring.length * 3 >= found.length
}
