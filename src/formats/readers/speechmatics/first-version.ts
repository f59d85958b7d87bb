import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'
import { speechmaticsSpeakerName } from './second-version.ts'

interface Stretch {
  readonly speaker: string | undefined
  readonly start: number
}

/** Words with `time` and `duration` as strings, and beside them the times at which each speaker begins. */
export function firstVersionWords(value: unknown, tally: ProblemTally): TurnWord[] {
  const stretches = stretchesOf(value, tally)
  const words: TurnWord[] = []
  let at = 0
  for (const element of asArray(property(value, 'words'))) {
    const text = asText(property(element, 'name')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(property(element, 'time'), tally)
    const duration = secondsOf(property(element, 'duration'), tally)
    const isMark = /^[\p{P}\p{S}]+$/u.test(text.trim()) && words.length > 0
    if (!isMark && start !== null) at = stretchAt(stretches, at, start)
    words.push({
      text,
      start: isMark ? null : start,
      end: isMark || start === null || duration === null ? null : add(start, duration),
      confidence: confidenceOf(property(element, 'confidence')),
      speaker: isMark ? words.at(-1)!.speaker : stretches[at]?.speaker,
      isAttached: isMark,
    })
  }
  return words
}

/** The last stretch that has begun at `time`, from the one at `from` on. */
function stretchAt(stretches: readonly Stretch[], from: number, time: number): number {
  let at = from
  while ((stretches[at + 1]?.start ?? Infinity) <= time + rounding) at += 1
  return at
}

/** Times are written in hundredths, seconds. */
const rounding = 0.005

/** Without the dust of binary fractions: both are written in milliseconds at most. */
function add(start: number, duration: number): number {
  return Math.round((start + duration) * 1000) / 1000
}

function stretchesOf(value: unknown, tally: ProblemTally): Stretch[] {
  const stretches: Stretch[] = []
  for (const element of asArray(property(value, 'speakers'))) {
    const start = secondsOf(property(element, 'time'), tally)
    const speaker = speechmaticsSpeakerName(property(element, 'name'), undefined)
    if (start !== null) stretches.push({ start, speaker })
  }
  return stretches.sort((a, b) => a.start - b.start)
}
