import type { Segment, Transcript, Word } from '#transcript/transcript.ts'

/** A transcript with its words in numbers, whose buffers threads transfer instead of copying each word. */
export interface PackedTranscript {
  /** Its segments have no words. */
  readonly transcript: Transcript
  /** How many words each segment has. */
  readonly counts: Uint32Array<ArrayBuffer>
  /** Six numbers a word: from, to, start, end, confidence or NaN, 1 for estimated plus 2 for unsure. */
  readonly numbers: Float64Array<ArrayBuffer>
}

const numbersInWord = 6

export function packWords(transcript: Transcript): PackedTranscript {
  const { segments } = transcript
  const counts = Uint32Array.from(segments, ({ words }) => words.length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const numbers = new Float64Array(total * numbersInWord)
  let at = 0
  for (const { words } of segments) {
    for (const { from, to, start, end, confidence, estimated, unsure } of words) {
      numbers[at] = from
      numbers[at + 1] = to
      numbers[at + 2] = start
      numbers[at + 3] = end
      numbers[at + 4] = confidence ?? Number.NaN
      numbers[at + 5] = (estimated === true ? 1 : 0) + (unsure === true ? 2 : 0)
      at += numbersInWord
    }
  }
  const bare = segments.map((segment): Segment => ({ ...segment, words: [] }))
  return { transcript: { ...transcript, segments: bare }, counts, numbers }
}

export function unpackWords({ transcript, counts, numbers }: PackedTranscript): Transcript {
  let at = 0
  const segments = transcript.segments.map((segment, index): Segment => {
    const words: Word[] = []
    for (let count = counts[index]!; count > 0; count--) {
      words.push(wordAt(numbers, at))
      at += numbersInWord
    }
    return words.length === 0 ? segment : { ...segment, words }
  })
  return { ...transcript, segments }
}

function wordAt(numbers: Float64Array, at: number): Word {
  const word = {
    from: numbers[at]!,
    to: numbers[at + 1]!,
    start: numbers[at + 2]!,
    end: numbers[at + 3]!,
  }
  const confidence = numbers[at + 4]!
  const marks = numbers[at + 5]!
  if (Number.isNaN(confidence) && marks === 0) return word
  return {
    ...word,
    ...(Number.isNaN(confidence) ? {} : { confidence }),
    ...((marks & 1) === 0 ? {} : { estimated: true }),
    ...((marks & 2) === 0 ? {} : { unsure: true }),
  }
}
