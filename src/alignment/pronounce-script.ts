import type { Triphones } from './acoustic-model/triphones.ts'
import type { Pronouncer } from './g2p/lexicon.ts'
import type { SpokenWord } from './script.ts'
import type { Pronunciations } from './decoding/decoding-graph.ts'

/** Words of the text, and how the model would hear each. */
export interface SayableWords {
  readonly spoken: readonly SpokenWord[]
  readonly pronunciations: readonly Pronunciations[]
}

/** Leaves out what nobody could say: a word without a letter. */
export function sayableWords(
  spoken: readonly SpokenWord[],
  { pronouncer, triphones }: { pronouncer: Pronouncer; triphones: Triphones },
): SayableWords {
  const numbers = new Map(triphones.phones.map((name, phone) => [name, phone]))
  const known = new Map<string, Pronunciations>()
  function waysOf(word: string): Pronunciations {
    const before = known.get(word)
    if (before) return before
    const ways = pronouncer
      .pronounce(word)
      .map((phones) => phones.flatMap((name) => numbers.get(name) ?? []))
      .filter((phones) => phones.length > 0)
    known.set(word, ways)
    return ways
  }
  const sayable = spoken.filter((word) => waysOf(word.spoken).length > 0)
  return { spoken: sayable, pronunciations: sayable.map((word) => waysOf(word.spoken)) }
}
