/** The end of a word on a path, or the entry into the filler state. Frames count from the first of the window. */
export interface Backpointer {
  /** Index of the word; `fillerWord` for the filler state. */
  readonly word: number
  readonly start: number
  readonly end: number
  /** Index of the previous backpointer on this path. */
  readonly previous: number
  /** Log-likelihood ratio of the word against the phone loop. */
  readonly score: number
}

/** The `word` of a backpointer into the filler state. */
export const fillerWord = -2

/** Backpointers by index. A window creates hundreds of thousands, so they live in typed arrays that are reused. */
export interface BackpointerTable {
  /** Returns the index. */
  add(backpointer: Backpointer): number
  read(index: number): Backpointer
  clear(): void
}

const fields = 4

export function createBackpointerTable(): BackpointerTable {
  let numbers = new Int32Array(fields * 65_536)
  let scores = new Float32Array(65_536)
  let count = 0

  function grow() {
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
    add({ word, start, end, previous, score }) {
      if (count === scores.length) grow()
      const at = fields * count
      numbers[at] = word
      numbers[at + 1] = start
      numbers[at + 2] = end
      numbers[at + 3] = previous
      scores[count] = score
      return count++
    },
    read(index) {
      const at = fields * index
      return {
        word: numbers[at]!,
        start: numbers[at + 1]!,
        end: numbers[at + 2]!,
        previous: numbers[at + 3]!,
        score: scores[index]!,
      }
    },
    clear() {
      count = 0
    },
  }
}
