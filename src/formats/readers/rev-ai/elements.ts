import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { property, asText } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'

/**
 * The words and punctuation of a monologue. Blanks are elements of their own; an element without one before it is
 * attached to the previous element. An element without a readable value counts as a blank. If a monologue has no blanks
 * at all (some tools drop them), words are separate.
 */
export function spokenElements(
  elements: readonly unknown[],
  { speaker, tally }: { speaker: string | undefined; tally: ProblemTally },
): TurnWord[] {
  const values = elements.map((element) => asText(property(element, 'value')) ?? '')
  const hasBlanks = values.some((value) => /^\s|\s$/.test(value))
  const words: TurnWord[] = []
  let isParted = true
  for (const [index, element] of elements.entries()) {
    const text = values[index]!
    if (text.trim() === '') {
      isParted = true
      continue
    }
    const isMark = property(element, 'type') === 'punct'
    const isAttached = hasBlanks ? !isParted && !/^\s/.test(text) : isMark
    words.push({
      text,
      start: isMark ? null : secondsOf(timeOf(element, 'ts', 'timestamp'), tally),
      end: isMark ? null : secondsOf(timeOf(element, 'end_ts', 'end_timestamp'), tally),
      confidence: confidenceOf(property(element, 'confidence')),
      speaker,
      isAttached,
    })
    isParted = /\s$/.test(text)
  }
  return words
}

/** Rev AI writes seconds; Rev's human transcripts have `00:00:01,250` in another field. */
function timeOf(element: unknown, seconds: string, clock: string): unknown {
  const written = property(element, clock)
  if (Object.hasOwn(Object(element), seconds) || typeof written !== 'string')
    return property(element, seconds)
  const found = /^(\d{1,4}):(\d\d):(\d\d)[,.](\d{1,9})$/.exec(written.trim())
  if (found === null) return written
  const [, hours, minutes, whole, fraction] = found
  return `${Number(hours) * 3600 + Number(minutes) * 60 + Number(whole)}.${fraction}`
}
