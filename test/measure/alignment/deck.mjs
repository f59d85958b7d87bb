/** Seconds of the recording within which no prompt is repeated. */
const apart = 120

/** Draws prompts in random order, repeatedly, but never the same words twice within two minutes. */
export function createDeck(prompts, random) {
  /** When each text was last drawn. */
  const drawn = new Map()
  let deck = []

  const isFree = (at) => (prompt) => at - (drawn.get(keyOf(prompt)) ?? -Infinity) >= apart

  return {
    /** The next prompt at a time of the recording. `fits`: which prompts may be drawn. */
    draw(at, fits = () => true) {
      const isWanted = (prompt) => fits(prompt) && isFree(at)(prompt)
      let place = deck.findIndex(isWanted)
      if (place === -1) {
        deck = [...deck, ...shuffled(prompts, random)]
        place = deck.findIndex(isWanted)
      }
      if (place === -1) throw new Error(`No prompt is left that was not heard within ${apart} s`)
      const [prompt] = deck.splice(place, 1)
      drawn.set(keyOf(prompt), at)
      return prompt
    },
  }
}

/** Some prompts have the same text. */
const keyOf = ({ text }) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function shuffled(list, random) {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    ;[result[last], result[other]] = [result[other], result[last]]
  }
  return result
}
