import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { isRecord, asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'

interface TimedText {
  readonly text: string
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  readonly language: string | undefined
}

export interface Fragment extends TimedText {
  readonly words: readonly TimedText[]
}

const deepest = 64

/**
 * The fragments that become segments, in order: those without children, and those whose children are single words.
 * Higher levels (paragraphs of sentences) and fragments without text (silence before and after) are not needed. Below
 * the depth `deepest`, a fragment's own text replaces its children.
 */
export function fragmentsIn(roots: readonly unknown[], tally: ProblemTally): Fragment[] {
  const found: Fragment[] = []
  const waiting = roots.map((value) => ({ value, depth: 1 })).reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (!isRecord(value)) continue
    const children = asArray(property(value, 'children')).filter(
      (child) => spell(child, ' ') !== '',
    )
    const areWords = children.length > 0 && children.every(isWord)
    if (children.length > 0 && !areWords && depth < deepest) {
      for (const child of [...children].reverse()) waiting.push({ value: child, depth: depth + 1 })
      continue
    }
    const words = areWords ? children.map((child) => timedTextOf(child, ' ', tally)) : []
    const timed = timedTextOf(value, '\n', tally)
    const text = timed.text === '' ? words.map((word) => word.text).join(' ') : timed.text
    if (text !== '') found.push({ ...timed, text, words })
  }
  return found
}

function isWord(value: unknown): boolean {
  return asArray(property(value, 'children')).length === 0 && !/\s/.test(spell(value, ' '))
}

function timedTextOf(value: unknown, lineBreak: string, tally: ProblemTally): TimedText {
  return {
    text: spell(value, lineBreak),
    start: secondsOf(property(value, 'begin'), tally),
    end: secondsOf(property(value, 'end'), tally),
    language: languageTag(asText(property(value, 'language'))),
  }
}

function spell(value: unknown, lineBreak: string): string {
  return asArray(property(value, 'lines'))
    .map((line) => asText(line)?.trim() ?? '')
    .filter((line) => line !== '')
    .join(lineBreak)
}
