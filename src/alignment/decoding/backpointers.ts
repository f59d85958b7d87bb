/** The end of a word on some path, or the beginning of a gap. Frames are counted from the first that is searched. */
export interface PathRecord {
  /** Its place in the row of words; `aGap` for a gap. */
  readonly word: number
  readonly start: number
  readonly end: number
  /** The record that was made before it on this path. */
  readonly before: number
  readonly score: number
}

/** Stands for a word in the record of a gap. */
export const aGap = -2

/** Records by their numbers. There are hundreds of thousands, so they are kept as numbers, and the room is used again. */
export interface PathRecords {
  add(record: PathRecord): number
  read(number: number): PathRecord
  /** Forgets all of them. */
  clear(): void
}

const fields = 4

export function createPathRecords(): PathRecords {
  let numbers = new Int32Array(fields * 65_536)
  let scores = new Float32Array(65_536)
  let count = 0

  function makeRoom() {
    const [moreNumbers, moreScores] = [
      new Int32Array(2 * numbers.length),
      new Float32Array(2 * scores.length),
    ]
    moreNumbers.set(numbers)
    moreScores.set(scores)
    numbers = moreNumbers
    scores = moreScores
  }

  return {
    add({ word, start, end, before, score }) {
      if (count === scores.length) makeRoom()
      const at = fields * count
      numbers[at] = word
      numbers[at + 1] = start
      numbers[at + 2] = end
      numbers[at + 3] = before
      scores[count] = score
      return count++
    },
    read(number) {
      const at = fields * number
      return {
        word: numbers[at]!,
        start: numbers[at + 1]!,
        end: numbers[at + 2]!,
        before: numbers[at + 3]!,
        score: scores[number]!,
      }
    },
    clear() {
      count = 0
    },
  }
}
