import type { ProblemTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'
import { speechmaticsSpeakerName } from './second-version.ts'

interface SpeakerRange {
  readonly speaker: string | undefined
  readonly start: number
}

/** Words with `time` and `duration` as strings, and a separate list of the times at which each speaker begins. */
export function firstVersionWords(value: unknown, tally: ProblemTally): TurnWord[] {
  const ranges = speakerRangesOf(value, tally)
  const words: TurnWord[] = []
  let at = 0
  for (const element of asArray(property(value, 'words'))) {
    const text = asText(property(element, 'name')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(property(element, 'time'), tally)
    const duration = secondsOf(property(element, 'duration'), tally)
    const isMark = /^[\p{P}\p{S}]+$/u.test(text.trim()) && words.length > 0
    if (!isMark && start !== null) at = rangeAt(ranges, at, start)
    words.push({
      text,
      start: isMark ? null : start,
      end: isMark || start === null || duration === null ? null : add(start, duration),
      confidence: confidenceOf(property(element, 'confidence')),
      speaker: isMark ? words.at(-1)!.speaker : ranges[at]?.speaker,
      isAttached: isMark,
    })
  }
  return words
}

/** The last range that begins at or before `time`, searching from index `from`. */
function rangeAt(ranges: readonly SpeakerRange[], from: number, time: number): number {
  let at = from
  while ((ranges[at + 1]?.start ?? Infinity) <= time + rounding) at += 1
  return at
}

/** Times are rounded to hundredths, seconds. */
const rounding = 0.005

/** Adds two times in milliseconds, to avoid binary rounding errors. */
function add(start: number, duration: number): number {
  return roundToMs(start + duration)
}

function speakerRangesOf(value: unknown, tally: ProblemTally): SpeakerRange[] {
  const ranges: SpeakerRange[] = []
  for (const element of asArray(property(value, 'speakers'))) {
    const start = secondsOf(property(element, 'time'), tally)
    const speaker = speechmaticsSpeakerName(property(element, 'name'), undefined)
    if (start !== null) ranges.push({ start, speaker })
  }
  return ranges.sort((a, b) => a.start - b.start)
}
