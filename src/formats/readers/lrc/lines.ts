import type { ProblemTally } from '#transcript/problem-tally.ts'
import { leadingStamps, splitAtStamps, stampReader, type StampedText } from './stamps.ts'

/**
 * A refrain has one timestamp per repetition. More than this are ignored, and for a very long line fewer are allowed.
 */
const mostStamps = 200
const mostRepeatedLetters = 200_000

/**
 * If several timestamps precede a line's first word within this many seconds, they belong to the line and its first
 * syllables, not to repetitions.
 */
const longestLead = 5

/** One repetition of a line of lyrics. Seconds, as in the file. */
export interface SungLine {
  readonly start: number
  /** Its text, divided at the timestamps inside. */
  readonly runs: readonly StampedText[]
  /** Seconds to add to the word times, which belong to another repetition; 0 if they are its own. */
  readonly delay: number
  /** 1-based. */
  readonly line: number
}

export interface Lyrics {
  readonly lines: readonly SungLine[]
  /** Text before the first timestamp, except tags. */
  readonly before: readonly { readonly text: string; readonly line: number }[]
  /** Tags such as `[ti:…]` and `[offset:…]`: names in lower case; the last of each name. */
  readonly tags: ReadonlyMap<string, string>
}

interface WrittenLine {
  readonly times: readonly number[]
  text: string
  readonly line: number
}

/** A line without a timestamp continues the line before. `tally` counts `stamps-left-out`. */
export function readLyrics(text: string, tally: ProblemTally): Lyrics {
  const readStamp = stampReader(text)
  const written: WrittenLine[] = []
  const before: { text: string; line: number }[] = []
  const tags = new Map<string, string>()
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1
    const { times, next } = leadingStamps(content, readStamp)
    // [a-z] only, because `[Chorus: Ada]` is text
    const tag = /^\s*\[([a-z#]{1,20}|[A-Z]{2}):(.*)\]\s*$/.exec(content)
    const [name = '', value = ''] = tag?.slice(1) ?? []
    const behind = name === 'bg' ? firstStamp(splitAtStamps(value, readStamp)) : null
    const sung = times.length > 0 ? partBackground(content.slice(next)) : null
    if (sung !== null) {
      written.push({ times, text: sung.text, line })
      const start = firstStamp(splitAtStamps(sung.background, readStamp))
      if (start !== null) written.push({ times: [start], text: sung.background, line })
      else if (sung.background !== '') written.at(-1)!.text += sung.background
    } else if (behind !== null) written.push({ times: [behind], text: value, line })
    else if (tag !== null) tags.set(name.toLowerCase(), value.trim())
    else if (content.trim() === '') continue
    else if (written.length > 0) written.at(-1)!.text += `\n${content}`
    else before.push({ text: content, line })
  }
  const lines = written.flatMap((each) => {
    const most = Math.max(
      1,
      Math.min(mostStamps, Math.floor(mostRepeatedLetters / each.text.length)),
    )
    if (each.times.length > most) tally.count('stamps-left-out', each.line)
    const kept = { ...each, times: each.times.slice(0, most) }
    return sing(kept, splitAtStamps(each.text, readStamp))
  })
  return { lines, before, tags }
}

/** Parts `text [bg:(<00:11.20>text)]`, a voice in the background; the text before it ends where it begins. */
function partBackground(content: string): { text: string; background: string } {
  const [, text, background] = /^(.*?)\s*\[bg:(.*)\]\s*$/.exec(content) ?? []
  if (text === undefined || background === undefined) return { text: content, background: '' }
  const begin = /<[\d:.]{4,12}>/.exec(background)?.[0] ?? ''
  // a bracket before the first time belongs to its word
  const sung = background.replace(/^\s*\(\s*(<[\d:.]{4,12}>)/, '$1(')
  return { text: `${text}${begin === '' ? ' ' : begin}`, background: sung }
}

function firstStamp(runs: readonly StampedText[]): number | null {
  return runs[1]?.start ?? null
}

function sing({ times, line }: WrittenLine, runs: readonly StampedText[]): SungLine[] {
  const first = firstStamp(runs)
  if (first === null) return times.map((start) => ({ start, runs, delay: 0, line }))
  const [before, ...stamped] = runs as [StampedText, ...StampedText[]]
  // in `[00:10.00][00:10.20]Hel[00:10.40]lo`, the last leading timestamp belongs to the first syllable
  if (times.every((time) => time <= first && first - time < longestLead)) {
    const all = [{ ...before, start: times.at(-1)! }, ...stamped]
    return [{ start: times[0]!, runs: all, delay: 0, line }]
  }
  const own = times.reduce((best, time) =>
    Math.abs(first - time) < Math.abs(first - best) ? time : best,
  )
  const all = [{ ...before, start: own }, ...stamped]
  return times.map((start) => ({ start, runs: all, delay: start - own, line }))
}
