/** Worse than anything that can be scored; a number that a Float32Array gives back as it is. */
export const never = Math.fround(-1e30)

/** Paths that stand between two words, one at each place: how good each is, and its last record. */
export interface Tokens {
  readonly score: Float32Array
  readonly record: Int32Array
}

export const createTokens = (places: number): Tokens => ({
  score: new Float32Array(places).fill(never),
  record: new Int32Array(places).fill(-1),
})

/** The better of two takes the place. */
export function offer({ score, record }: Tokens, place: number, by: Tokens) {
  if (by.score[place]! > score[place]!) {
    score[place] = by.score[place]!
    record[place] = by.record[place]!
  }
}
