import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'

/** Parts of a stream (HLS) that a downloader joined to one file. */
export interface JoinedParts {
  /** A segment with its times counted from the first part. */
  place(segment: ParsedSegment): ParsedSegment
  readonly problems: readonly Problem[]
}

interface TimeMap {
  /** 1-based line from which it applies. */
  readonly line: number
  /** What is added to the times, seconds. */
  readonly offset: number
}

/** Ticks of the MPEG clock a second, and the number at which it begins again. */
const ticksPerSecond = 90_000
const tickLimit = 2 ** 33

/**
 * The parts of a file with several `X-TIMESTAMP-MAP` headers, each of which counts from 0; `null` for a file with one
 * or none.
 */
export function findJoinedParts(text: string): JoinedParts | null {
  if (!text.includes('X-TIMESTAMP-MAP=')) return null
  const headers = text.match(/^X-TIMESTAMP-MAP=/gm)?.length ?? 0
  if (headers < 2) return null
  const maps: TimeMap[] = []
  let wraps = 0
  let last: number | null = null
  let first: number | null = null
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('X-TIMESTAMP-MAP=')) continue
    const ticks = Number(/MPEGTS:(\d{1,15})/i.exec(line)?.[1] ?? Number.NaN)
    const local = parseClockTime(/LOCAL:([\d:.]{1,20})/i.exec(line)?.[1] ?? '')
    if (!Number.isFinite(ticks) || local === null) continue
    if (last !== null && last - ticks > tickLimit / 2) wraps += 1
    last = ticks
    const begin: number = (ticks + wraps * tickLimit) / ticksPerSecond - local
    first ??= begin
    maps.push({ line: index + 1, offset: begin - first })
  }
  const moved = maps.filter(({ offset }) => Math.abs(offset) > 0.001).length
  if (moved === 0) return null
  const message = `The file consists of ${countOf(headers, 'part')} of a stream, each with times of its own; they are counted from the beginning of the first part.`
  return {
    place: (segment) => moveBy(segment, offsetAt(maps, segment.line ?? 0)),
    problems: [{ code: 'parts-joined', severity: 'note', message }],
  }
}

/** The 1-based lines at which other files begin, in a file that was joined. */
export function linesOfHeaders(text: string): number[] {
  if (text.lastIndexOf('WEBVTT') < 10) return []
  return text
    .split('\n')
    .flatMap((line, at) => (at > 0 && /^\uFEFF?WEBVTT(?:[ \t]|$)/.test(line) ? [at + 1] : []))
}

/** The offset of the last map above a line. */
function offsetAt(maps: readonly TimeMap[], line: number): number {
  let low = 0
  let high = maps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (maps[middle]!.line <= line) low = middle + 1
    else high = middle
  }
  return maps[low - 1]?.offset ?? 0
}

function moveBy(segment: ParsedSegment, offset: number): ParsedSegment {
  if (offset === 0) return segment
  const moved = (time: number) => roundToMs(time + offset)
  const { start, end, words = [] } = segment
  return {
    ...segment,
    start: start === null ? null : moved(start),
    end: end === null ? null : moved(end),
    words: words.map((word) => ({ ...word, start: moved(word.start), end: moved(word.end) })),
  }
}
