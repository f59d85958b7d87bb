import { parseClockTime } from '../../parsing/cues/clock-time.ts'

const leadingStamp = /\s*\[([-−]?\d{1,9}:\d{1,9}(?::\d{1,9})?(?:\.\d{1,9})?)\]/y
const innerStamp = /[<[]([-−]?\d{1,9}:\d{1,9}(?::\d{1,9})?(?:\.\d{1,9})?)[>\]]/g

/** Parses a timestamp. Which of two notations a file uses is decided once for the whole file. */
export type ReadStamp = (stamp: string) => number | null

/**
 * `[00:01:50]` can mean 1.5 seconds or 110 seconds. If the last group ever exceeds 59, it counts hundredths in the
 * whole file.
 */
export function stampReader(text: string): ReadStamp {
  const writesHundredths = /[<[]\d{1,4}:\d{1,2}:[6-9]\d[>\]]/.test(text)
  return (stamp) =>
    parseClockTime(writesHundredths ? stamp.replace(/^(.*:.*):(\d+)$/, '$1.$2') : stamp)
}

/** The timestamps at the beginning of a line, and the offset of the text after them. */
export function leadingStamps(
  line: string,
  readStamp: ReadStamp,
): { times: number[]; next: number } {
  const times: number[] = []
  let next = 0
  for (;;) {
    leadingStamp.lastIndex = next
    const found = leadingStamp.exec(line)
    const time = found === null ? null : readStamp(found[1]!)
    if (time === null) return { times, next }
    times.push(time)
    next = leadingStamp.lastIndex
  }
}

export interface StampedText {
  /** Seconds; `null` before the first timestamp in the line. */
  readonly start: number | null
  readonly text: string
}

/** Splits a line at timestamps, `<00:01.00>` or `[00:01.00]`. */
export function splitAtStamps(text: string, readStamp: ReadStamp): StampedText[] {
  const runs: StampedText[] = []
  let start: number | null = null
  let at = 0
  for (const found of text.matchAll(innerStamp)) {
    const time = readStamp(found[1]!)
    if (time === null) continue
    runs.push({ start, text: text.slice(at, found.index) })
    start = time
    at = found.index + found[0].length
  }
  runs.push({ start, text: text.slice(at) })
  return runs
}
