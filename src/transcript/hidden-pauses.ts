import { partitionPoint } from '#arrays/binary-search.ts'
import type { Line } from './line.ts'
import type { TimeRange } from './pauses.ts'
import type { Word } from './transcript.ts'

/** The pace of slow speech, seconds per letter. A longer word probably includes a pause. */
const slowSecondsPerLetter = 0.12
const shortestWord = 0.3
/** How much longer than that a word may stay highlighted, seconds (hyperaudio-lite-editor #372). */
const tolerance = 2

/**
 * Recognisers often include a pause in the word before it. For display, such a word ends when its letters suggest, plus
 * two seconds; the transcript keeps the times of the file.
 */
export function capHiddenPauses(line: Line): Line {
  if (!line.words.some((word) => word.end > latestEnd(word))) return line
  return {
    ...line,
    words: line.words.map((word) => ({ ...word, end: Math.min(word.end, latestEnd(word)) })),
  }
}

/** How long past the sound a word stays marked, seconds. */
const highlightDelay = 0.15
/** The fastest speech, seconds a letter: a word lasts at least this long. */
const quickSecondsPerLetter = 0.03

/**
 * Where the silences of the sound are known, a word that hangs into one ends as it begins, plus 0.15 s. It
 * stays as it is when it lies in a silence altogether (somebody spoke very low), and when it cannot have been
 * said before it: too little sound for its letters, or more of it after the silence, as where a recogniser
 * began it too early.
 *
 * Lines, and the list of them, that hold no such word are the same objects. `silences` in order, not
 * overlapping; `log n` of them for each word.
 */
export function capAtSilences(
  lines: readonly Line[],
  silences: readonly TimeRange[],
): readonly Line[] {
  const capped = lines.map((line) => {
    let words: Word[] | null = null
    line.words.forEach((word, at) => {
      const end = endInSound(word, silences)
      if (end < word.end) (words ??= [...line.words])[at] = { ...word, end }
    })
    return words === null ? line : { ...line, words }
  })
  return capped.every((line, at) => line === lines[at]) ? lines : capped
}

function endInSound({ from, to, start, end }: Word, silences: readonly TimeRange[]): number {
  let next = countBegunBy(silences, start)
  let soundFrom = Math.max(start, silences[next - 1]?.end ?? start)
  let heard = 0
  for (; next < silences.length && silences[next]!.start < end; next++) {
    const silence = silences[next]!
    heard += silence.start - soundFrom
    soundFrom = silence.end
    const isLong = (sound: number) => sound >= (to - from) * quickSecondsPerLetter
    const after = end - silence.end
    if (isLong(heard) && !(after > heard && isLong(after))) {
      return Math.min(end, silence.start + highlightDelay)
    }
  }
  return end
}

function countBegunBy(ranges: readonly TimeRange[], time: number): number {
  return partitionPoint(ranges.length, (index) => ranges[index]!.start > time)
}

const latestEnd = ({ from, to, start }: Word) =>
  start + Math.max(shortestWord, (to - from) * slowSecondsPerLetter) + tolerance
