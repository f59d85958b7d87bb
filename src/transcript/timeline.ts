import { partitionPoint, upperBound } from '#arrays/binary-search.ts'
import { isTimedLine } from './line.ts'
import type { Line } from './line.ts'
import type { Word } from './transcript.ts'

/** The position of a timed word: `lines[line].words[word]`. */
export interface WordPlace {
  readonly line: number
  readonly word: number
}

/** What is being spoken at one moment. The same value keeps the same identity. */
export interface Spoken {
  /** Lines whose `[start, end)` holds the moment, the first to have begun first. */
  readonly lines: readonly number[]
  /** The line that leads: the first of `lines`, or, in a pause, the one that ended last. */
  readonly current: number | null
  /** At most one for each of `lines`; none where the word's time is unsure. */
  readonly words: readonly WordPlace[]
}

export interface Timeline {
  /** What is spoken at this time, in seconds. Cheap while time walks forward; `log n` on a jump. */
  spokenAt(time: number): Spoken
  /** Seconds: until then, and while time only walks forward, `spokenAt` gives the same value. */
  spokenUntil(time: number): number
  /** The timed line that begins at or last before this time; `null` before the first. */
  lineBefore(time: number): number | null
  /** The first timed line that begins after this time. */
  lineAfter(time: number): number | null
}

export const nothingSpoken: Spoken = { lines: [], current: null, words: [] }

/** More voices at once than anyone can follow; a file of 5,000 cues that all last ten hours exists. */
export const mostLinesAtOnce = 12

/**
 * Answers "which lines, which words, now?" for lines in order of their start. Untimed lines are
 * passed over.
 *
 * Between two of the moments at which anything begins or ends the answer cannot change, so the last
 * answer is kept with the moment until which it holds: at 60 questions a second nearly all are one
 * comparison. Otherwise a binary search finds how many lines have begun, and a tree of the latest end
 * in each half finds which of those have not ended, without looking at the rest.
 */
export function createTimeline(lines: readonly Line[]): Timeline {
  const timed = lines
    .flatMap((line, place) => (isTimedLine(line) ? [{ line, place }] : []))
    .sort((a, b) => a.line.start - b.line.start || a.place - b.place)
  const starts = Float64Array.from(timed, ({ line }) => line.start)
  const ends = Float64Array.from(timed, ({ line }) => line.end)
  const latestEnds = createLatestEnds(ends)
  const lastToEnd = runningLastToEnd(ends)

  let answer = nothingSpoken
  let askedAt = Infinity
  let holdsUntil = -Infinity

  function lookUp(time: number): Spoken {
    const begun = upperBound(starts, time)
    const active = latestEnds.firstEndingAfter(time, begun, mostLinesAtOnce)
    let until = begun < starts.length ? starts[begun]! : Infinity
    const words: WordPlace[] = []
    for (const index of active) {
      const { line, place } = timed[index]!
      until = Math.min(until, line.end)
      const found = wordAt(line.words, time)
      until = Math.min(until, found.until)
      if (found.word !== null) words.push({ line: place, word: found.word })
    }
    askedAt = time
    holdsUntil = until
    const leader = active[0] ?? (begun === 0 ? undefined : lastToEnd[begun - 1])
    return {
      lines: active.map((index) => timed[index]!.place),
      current: leader === undefined ? null : timed[leader]!.place,
      words,
    }
  }

  function spokenAt(time: number): Spoken {
    if (time >= askedAt && time < holdsUntil) return answer
    const found = lookUp(time)
    if (!isSameSpoken(found, answer)) answer = found
    return answer
  }

  return {
    spokenAt,
    spokenUntil(time) {
      spokenAt(time)
      return holdsUntil
    },
    lineBefore(time) {
      const begun = upperBound(starts, time)
      return begun === 0 ? null : timed[begun - 1]!.place
    },
    lineAfter(time) {
      return timed[upperBound(starts, time)]?.place ?? null
    },
  }
}

function wordAt(words: readonly Word[], time: number): { word: number | null; until: number } {
  const begun = partitionPoint(words.length, (index) => words[index]!.start > time)
  const next = words[begun]?.start ?? Infinity
  const word = words[begun - 1]
  if (!word || time >= word.end) return { word: null, until: next }
  return { word: word.unsure === true ? null : begun - 1, until: Math.min(word.end, next) }
}

/** For each index, which of the values up to it is greatest; of equals, the later. */
function runningLastToEnd(ends: Float64Array): Uint32Array {
  const last = new Uint32Array(ends.length)
  for (let at = 1; at < ends.length; at++) {
    const before = last[at - 1]!
    last[at] = ends[at]! >= ends[before]! ? at : before
  }
  return last
}

/** A binary tree, kept flat, whose every node holds the latest end below it. */
function createLatestEnds(ends: Float64Array) {
  let leaves = 1
  while (leaves < ends.length) leaves *= 2
  const tree = new Float64Array(leaves * 2).fill(-Infinity)
  tree.set(ends, leaves)
  for (let node = leaves - 1; node >= 1; node--) {
    tree[node] = Math.max(tree[node * 2]!, tree[node * 2 + 1]!)
  }

  return {
    /** The first `most` indices below `count` whose end is after `time`, ascending. */
    firstEndingAfter(time: number, count: number, most: number): number[] {
      const found: number[] = []
      const pending = [{ node: 1, first: 0, size: leaves }]
      while (found.length < most) {
        const place = pending.pop()
        if (!place) break
        const { node, first, size } = place
        if (first >= count || tree[node]! <= time) continue
        if (size === 1) {
          found.push(first)
          continue
        }
        const half = size / 2
        pending.push({ node: node * 2 + 1, first: first + half, size: half })
        pending.push({ node: node * 2, first, size: half })
      }
      return found
    },
  }
}

export function isSameSpoken(a: Spoken, b: Spoken): boolean {
  return (
    a.current === b.current &&
    a.lines.length === b.lines.length &&
    a.words.length === b.words.length &&
    a.lines.every((line, at) => line === b.lines[at]) &&
    a.words.every((word, at) => word.line === b.words[at]!.line && word.word === b.words[at]!.word)
  )
}
