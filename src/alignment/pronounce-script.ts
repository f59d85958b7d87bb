import type { Triphones } from './acoustic-model/triphones.ts'
import type { Pronunciations } from './decoding/decoding-graph.ts'
import type { Lexicon } from './g2p/lexicon.ts'
import type { ScriptWord } from './script.ts'

/** The words of a script with their pronunciations, as phone indices of the model. */
export interface PronouncedScript {
  readonly words: readonly ScriptWord[]
  /** By word; at least one each. */
  readonly pronunciations: readonly Pronunciations[]
}

/** Leaves out words without a pronunciation: those without a letter. */
export function pronounceScript(
  words: readonly ScriptWord[],
  { lexicon, triphones }: { lexicon: Lexicon; triphones: Triphones },
): PronouncedScript {
  const phoneIndices = new Map(triphones.phones.map((name, phone) => [name, phone]))
  const known = new Map<string, Pronunciations>()
  function pronunciationsOf(word: string): Pronunciations {
    const before = known.get(word)
    if (before) return before
    const pronunciations = lexicon
      .pronounce(word)
      .map((phones) => phones.flatMap((name) => phoneIndices.get(name) ?? []))
      .filter((phones) => phones.length > 0)
    known.set(word, pronunciations)
    return pronunciations
  }
  const pronounceable = words.filter(({ spokenForm }) => pronunciationsOf(spokenForm).length > 0)
  return {
    words: pronounceable,
    pronunciations: pronounceable.map(({ spokenForm }) => pronunciationsOf(spokenForm)),
  }
}
