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

/** How long a word stays highlighted after its speech ends, seconds. */
const highlightDelay = 0.15
/** The fastest speech, seconds per letter: no word is shorter. */
const quickSecondsPerLetter = 0.03

/**
 * Where the silences of the audio are known, a word that extends into one ends at its beginning, plus 0.15 s. A word
 * keeps its end if it lies within a silence (quiet speech), and if it was probably spoken after the silence (the
 * recogniser began it too early): there is too little speech for its letters before the silence, or more speech after
 * it. Lines without such words, and a list without such lines, stay the same objects. `silences` must be sorted and
 * must not overlap; each word takes O(log n) of them.
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
