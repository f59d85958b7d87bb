import { countOf, createTally, type ProblemTally } from './problem-tally.ts'
import type { Problem } from './problem.ts'
import { secondsPerLetter } from './speech-pace.ts'
import type { Segment, Word } from './transcript.ts'

/** No recording is longer: 10⁶ hours, in seconds. */
const longestTime = 3.6e9
const shortestSegment = 0.3
/** A measured word that lasts longer is a fault of the recogniser, in seconds. */
const longestWord = 120
/** Word times moved by no more than this are not worth a sentence, in seconds. */
const tolerance = 0.05

export interface RepairedTimes {
  readonly segments: Segment[]
  readonly problems: Problem[]
}

/**
 * Puts segments in the order of their starts and gives each a time that can be played: finite, not
 * negative, its end after its start. No segment is dropped; one whose start cannot be known loses
 * its times and keeps its place in the text. What was changed is reported, one problem a kind.
 */
export function repairTimes(
  segments: readonly Segment[],
  lineOf: (index: number) => number | undefined = () => undefined,
): RepairedTimes {
  const tally = createTally()
  const count: CountFault = (code, index) => tally.count(code, lineOf(index))
  const possible = segments.map((segment, index) => dropImpossibleTimes(segment, index, count))
  const order = orderByStart(possible)
  if (order !== null) countMoves(possible, count)
  const ordered = order === null ? possible : order.map((index) => possible[index]!)
  const laterStarts = ordered.every(hasLength) ? null : startsAfterEach(ordered)
  const repaired = ordered.map((segment, place) => {
    const index = order?.[place] ?? place
    const laterStart = laterStarts?.[place] ?? null
    return repairWords(repairEnd(segment, laterStart, index, count), index, count)
  })
  return { segments: repaired, problems: reportRepairs(tally) }
}

/** Counts a fault of the segment that has this index before the segments are put in order. */
type CountFault = (code: string, index: number) => void

function dropImpossibleTimes(segment: Segment, index: number, count: CountFault): Segment {
  let start = possible(segment.start, index, count)
  let end = possible(segment.end, index, count)
  if (end !== null && end < 0) {
    count('time-negative', index)
    end = null
  }
  if (start !== null && start < 0) {
    count('time-negative', index)
    start = end === null ? null : 0
  }
  if (start === null) {
    const isPossible = (word: Word) => word.start >= 0 && word.start <= longestTime
    start = segment.words.find(isPossible)?.start ?? null
  }
  if (start === null && end !== null) {
    count('time-missing', index)
    end = null
  }
  const lastWord = end === null ? segment.words.at(-1) : undefined
  if (start !== null && lastWord !== undefined && lastWord.end <= longestTime) {
    if (lastWord.end > start) end = lastWord.end
  }
  return start === segment.start && end === segment.end ? segment : { ...segment, start, end }
}

function possible(time: number | null, index: number, count: CountFault): number | null {
  if (time === null) return null
  if (Number.isFinite(time) && Math.abs(time) <= longestTime) return time
  count('time-impossible', index)
  return null
}

/**
 * The segments' indexes by their starts, `null` where they are in order. A segment without a time stays behind the one it
 * follows in the file.
 */
function orderByStart(segments: readonly Segment[]): number[] | null {
  if (isInOrder(segments)) return null
  let last = -Infinity
  const keys = segments.map(({ start }) => (start === null ? last : (last = start)))
  return keys.map((_, index) => index).sort((a, b) => compare(keys[a]!, keys[b]!) || a - b)
}

function isInOrder(segments: readonly Segment[]): boolean {
  let last = -Infinity
  for (const { start } of segments) {
    if (start === null) continue
    if (start < last) return false
    last = start
  }
  return true
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function countMoves(segments: readonly Segment[], count: CountFault): void {
  let latest = -Infinity
  for (const [index, { start }] of segments.entries()) {
    if (start === null) continue
    if (start < latest) count('order', index)
    else latest = start
  }
}

function hasLength({ start, end }: Segment): boolean {
  return start === null || (end !== null && end > start)
}

/** For each place in the ordered list, the first start that is later than its own. */
function startsAfterEach(segments: readonly Segment[]): (number | null)[] {
  const later: (number | null)[] = Array.from({ length: segments.length }, () => null)
  let next: number | null = null
  let afterNext: number | null = null
  for (let place = segments.length - 1; place >= 0; place -= 1) {
    const start = segments[place]!.start
    if (start === null) continue
    if (next === null || start < next) {
      afterNext = next
      next = start
    }
    later[place] = afterNext
  }
  return later
}

function repairEnd(
  segment: Segment,
  laterStart: number | null,
  index: number,
  count: CountFault,
): Segment {
  const { start, end } = segment
  if (start === null || hasLength(segment)) return segment
  // some programs write 00:00:00.000 for an end that they do not know
  const isMissing = end === null || (end === 0 && start > 0)
  count(isMissing ? 'end-missing' : end < start ? 'time-inverted' : 'time-empty', index)
  return { ...segment, end: laterStart ?? start + speakingTime(segment.text) }
}

/** How long a text takes to speak, seconds; for an end that nothing tells. */
export function speakingTime(text: string): number {
  return Math.max(shortestSegment, text.length * secondsPerLetter)
}

function repairWords(segment: Segment, index: number, count: CountFault): Segment {
  const { start, end } = segment
  if (segment.words.length === 0) return segment
  if (start === null || end === null) return { ...segment, words: [] }
  if (areInPlace(segment.words, segment.text, { start, end })) return segment
  const placed = segment.words.filter(
    (word) =>
      (word.start < end || (word.start === end && isEmptyWord(word))) &&
      word.end >= start &&
      word.from < word.to &&
      word.from >= 0,
  )
  const words: Word[] = []
  let moved = placed.length < segment.words.length
  let earliest = start
  let offset = 0
  for (const [index, word] of placed.entries()) {
    if (word.from < offset || word.to > segment.text.length || !hasRoom(word, earliest, end)) {
      moved = true
      continue
    }
    const fitted = fitWord(word, earliest, latestEnd(word, placed[index + 1], end), segment.text)
    if (Math.abs(fitted.start - word.start) + Math.abs(fitted.end - word.end) > tolerance) {
      moved = true
    }
    words.push(fitted)
    earliest = fitted.end
    offset = word.to
  }
  if (moved) count('word-times', index)
  return { ...segment, words }
}

/** Whether each word has a length in text and time and begins where the one before has ended, inside the segment. */
function areInPlace(
  words: readonly Word[],
  text: string,
  { start, end }: { start: number; end: number },
): boolean {
  let offset = 0
  let time = start
  for (const word of words) {
    const isInText = word.from >= offset && word.to > word.from
    // Readers pass on what a file says: a start may be no number at all.
    const isInTime = Number.isFinite(word.start) && word.start >= time && word.end > word.start
    if (!isInText || !isInTime || isTooLong(word)) return false
    offset = word.to
    time = word.end
  }
  return offset <= text.length && time <= end
}

function isEmptyWord(word: Word): boolean {
  return word.end <= word.start
}

function isTooLong(word: Word): boolean {
  return word.end - word.start > longestWord && word.estimated !== true
}

/** At the end of a segment there is room for words of no length only. */
function hasRoom(word: Word, earliest: number, end: number): boolean {
  return earliest < end || (earliest === end && word.start === end && isEmptyWord(word))
}

/** A word ends where the next begins, if that one is in its right place. */
function latestEnd(word: Word, next: Word | undefined, end: number): number {
  if (next === undefined || next.start < word.start) return end
  // one without length takes none from the next, which begins at the same time
  return next.start > word.start || isEmptyWord(word) ? Math.min(next.start, end) : end
}

/** A recogniser's word of no length lasts until the next one begins, or it could never be spoken. */
function fitWord(word: Word, earliest: number, latest: number, text: string): Word {
  const start = Math.max(word.start, earliest)
  const isEmpty = isEmptyWord(word) || isTooLong(word)
  const wanted = isEmpty ? start + speakingTime(text.slice(word.from, word.to)) : word.end
  const end = Math.max(start, Math.min(wanted, latest))
  if (start === word.start && end === word.end) return word
  return isEmpty ? { ...word, start, end, estimated: true } : { ...word, start, end }
}

function reportRepairs(tally: ProblemTally): Problem[] {
  return [
    ...tally.report('time-impossible', 'warning', ({ count, where }) =>
      count === 1
        ? `1 time${where} is not a possible time in a recording; it was left out.`
        : `${countOf(count, 'time')}${where} are not possible times in a recording; they were left out.`,
    ),
    ...tally.report(
      'time-negative',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'time')} before the beginning of the recording${where} ${count === 1 ? 'was' : 'were'} moved to its beginning or left out.`,
    ),
    ...tally.report(
      'time-missing',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'segment')}${where} ${count === 1 ? 'has' : 'have'} no start; the text is shown but does not follow the recording.`,
    ),
    ...tally.report('time-inverted', 'warning', ({ count, where }) =>
      count === 1
        ? `1 segment ends before it begins${where}; it now lasts until the next one.`
        : `${countOf(count, 'segment')} end before they begin${where}; each now lasts until the next one.`,
    ),
    ...tally.report('time-empty', 'warning', ({ count, where }) =>
      count === 1
        ? `1 segment has no duration${where}; it now lasts until the next one.`
        : `${countOf(count, 'segment')} have no duration${where}; each now lasts until the next one.`,
    ),
    ...tally.report('end-missing', 'note', ({ count, where }) =>
      count === 1
        ? `1 segment has no end${where}; it lasts until the next one.`
        : `${countOf(count, 'segment')} have no end${where}; each lasts until the next one.`,
    ),
    ...tally.report(
      'order',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'segment')}${where} ${count === 1 ? 'was' : 'were'} out of order and ${count === 1 ? 'was' : 'were'} moved to ${count === 1 ? 'its' : 'their'} time.`,
    ),
    ...tally.report(
      'word-times',
      'note',
      ({ count, where }) =>
        `Word times in ${countOf(count, 'segment')}${where} overlapped or were outside the segment; they were adjusted.`,
    ),
  ]
}
