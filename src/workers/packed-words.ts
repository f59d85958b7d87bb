import type { Segment, Transcript, Word } from '#transcript/transcript.ts'

/**
 * A transcript as one text and numbers: they cross between threads without a copy of each object. The structured clone of
 * 237,000 segments takes longer than reading them.
 */
export interface PackedTranscript {
  /** As it was, without segments. */
  readonly transcript: Transcript
  /** The texts of all segments, one behind the other. */
  readonly text: string
  /** Five numbers a segment: start and end or NaN, length of its text, index of its speaker or -1, 1 for a sound. */
  readonly segments: Float64Array<ArrayBuffer>
  /** Properties that few segments have, by the index of the segment. */
  readonly rest: ReadonlyMap<number, RareProperties>
  /** How many words each segment has. */
  readonly counts: Uint32Array<ArrayBuffer>
  /** Six numbers a word: from, to, start, end, confidence or NaN, 1 for estimated plus 2 for unsure. */
  readonly numbers: Float64Array<ArrayBuffer>
}

type RareProperties = Omit<Segment, 'start' | 'end' | 'speaker' | 'kind' | 'text' | 'words'>

/** All of them: a property that is added to `Segment` and is missing here fails to compile. */
const rareProperties = Object.keys({
  beginsTurn: true,
  issues: true,
  language: true,
} satisfies Record<keyof RareProperties, true>) as readonly (keyof RareProperties)[]

const numbersInSegment = 5
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
  return {
    transcript: { ...transcript, segments: [] },
    ...packSegments(transcript),
    counts,
    numbers,
  }
}

function packSegments({ segments, speakers }: Transcript) {
  const indexes = new Map(speakers.map(({ id }, index) => [id, index]))
  const numbers = new Float64Array(segments.length * numbersInSegment)
  const rest = new Map<number, RareProperties>()
  segments.forEach((segment, index) => {
    const { start, end, speaker, kind, text } = segment
    const at = index * numbersInSegment
    numbers[at] = start ?? Number.NaN
    numbers[at + 1] = end ?? Number.NaN
    numbers[at + 2] = text.length
    numbers[at + 3] = speaker === null ? -1 : indexes.get(speaker)!
    numbers[at + 4] = kind === 'sound' ? 1 : 0
    const hasRare = rareProperties.some((name) => segment[name] !== undefined)
    if (!hasRare) return
    const rare = rareProperties.filter((name) => segment[name] !== undefined)
    rest.set(index, Object.fromEntries(rare.map((name) => [name, segment[name]])))
  })
  return { text: segments.map(({ text }) => text).join(''), segments: numbers, rest }
}

export function unpackWords(packed: PackedTranscript): Transcript {
  const { transcript, text, segments: packedSegments, rest, counts, numbers } = packed
  const orNull = (time: number) => (Number.isNaN(time) ? null : time)
  const segments: Segment[] = []
  let at = 0
  let from = 0
  counts.forEach((count, index) => {
    const place = index * numbersInSegment
    const length = packedSegments[place + 2]!
    const words: Word[] = []
    for (let left = count; left > 0; left--) {
      words.push(wordAt(numbers, at))
      at += numbersInWord
    }
    const segment: Segment = {
      start: orNull(packedSegments[place]!),
      end: orNull(packedSegments[place + 1]!),
      speaker: transcript.speakers[packedSegments[place + 3]!]?.id ?? null,
      kind: packedSegments[place + 4] === 1 ? 'sound' : 'speech',
      text: text.slice(from, from + length),
      words,
    }
    from += length
    segments.push(rest.has(index) ? { ...segment, ...rest.get(index) } : segment)
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
